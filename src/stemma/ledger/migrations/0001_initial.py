# Made by Django from the models, in one piece.

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ProjectedAlias',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('incident', models.CharField(db_index=True, max_length=48)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedClaim',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('mention', models.CharField(db_index=True, max_length=48)),
                ('document', models.CharField(db_index=True, max_length=48)),
                ('reference', models.CharField(db_index=True, max_length=48)),
                ('incident', models.CharField(db_index=True, max_length=48, null=True)),
                ('start', models.BigIntegerField()),
                ('kind', models.CharField(db_index=True, max_length=20)),
                ('stance', models.CharField(max_length=12)),
                ('background', models.BooleanField()),
                ('state', models.CharField(max_length=12, null=True)),
                ('low', models.BigIntegerField(null=True)),
                ('high', models.BigIntegerField(null=True)),
                ('qualifier', models.CharField(max_length=10, null=True)),
                ('group', models.TextField(null=True)),
                ('victim_class', models.TextField(null=True)),
                ('party', models.TextField(db_index=True, null=True)),
                ('voices', models.TextField()),
                ('origin', models.TextField(db_index=True, null=True)),
                ('path', models.TextField()),
                ('quote', models.TextField()),
                ('ruling', models.CharField(max_length=10, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedCopy',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('a', models.CharField(db_index=True, max_length=48)),
                ('b', models.CharField(db_index=True, max_length=48)),
                ('kind', models.CharField(max_length=10)),
                ('original', models.CharField(max_length=48, null=True)),
                ('body', models.TextField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedDocument',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('capture', models.CharField(db_index=True, max_length=48)),
                ('label', models.TextField()),
                ('outlet', models.TextField(db_index=True, null=True)),
                ('url', models.TextField(null=True)),
                ('title', models.TextField(null=True)),
                ('published', models.TextField(db_index=True, null=True)),
                ('lang', models.TextField(null=True)),
                ('characters', models.BigIntegerField()),
                ('claims', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedFinding',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('incident', models.CharField(db_index=True, max_length=48)),
                ('slot', models.CharField(db_index=True, max_length=20)),
                ('status', models.CharField(db_index=True, max_length=16)),
                ('low', models.BigIntegerField(null=True)),
                ('high', models.BigIntegerField(null=True)),
                ('best', models.BigIntegerField(null=True)),
                ('published_low', models.BigIntegerField(null=True)),
                ('published_high', models.BigIntegerField(null=True)),
                ('group', models.TextField(null=True)),
                ('victim_class', models.TextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedIncident',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('linked', models.TextField()),
                ('label', models.TextField()),
                ('type', models.CharField(db_index=True, max_length=24)),
                ('date', models.TextField()),
                ('date_from', models.TextField(db_index=True, null=True)),
                ('date_to', models.TextField(null=True)),
                ('place', models.TextField(null=True)),
                ('country', models.TextField(null=True)),
                ('lat', models.FloatField(null=True)),
                ('lon', models.FloatField(null=True)),
                ('place_precision', models.IntegerField(null=True)),
                ('killed_low', models.BigIntegerField(null=True)),
                ('killed_high', models.BigIntegerField(db_index=True, null=True)),
                ('injured_low', models.BigIntegerField(null=True)),
                ('injured_high', models.BigIntegerField(null=True)),
                ('status', models.CharField(max_length=16)),
                ('documents', models.BigIntegerField(db_index=True)),
                ('origins', models.BigIntegerField(db_index=True)),
                ('copies', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedOrigin',
            fields=[
                ('key', models.TextField(primary_key=True, serialize=False)),
                ('label', models.TextField()),
                ('kind', models.CharField(max_length=10)),
                ('bloc', models.TextField(null=True)),
                ('party', models.TextField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedOutlet',
            fields=[
                ('name', models.TextField(primary_key=True, serialize=False)),
                ('documents', models.BigIntegerField()),
                ('claims', models.BigIntegerField()),
                ('firsts', models.BigIntegerField()),
                ('copies', models.BigIntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedPosition',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('incident', models.CharField(db_index=True, max_length=48)),
                ('slot', models.CharField(max_length=20)),
                ('stance', models.CharField(max_length=12)),
                ('party', models.TextField(db_index=True, null=True)),
                ('value', models.TextField()),
                ('origins', models.BigIntegerField()),
                ('superseded', models.BooleanField()),
                ('hedged', models.BooleanField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedReference',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('document', models.CharField(db_index=True, max_length=48)),
                ('incident', models.CharField(db_index=True, max_length=48, null=True)),
                ('key', models.TextField()),
                ('background', models.BooleanField()),
                ('score', models.FloatField(null=True)),
                ('reasons', models.TextField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectedSuggestion',
            fields=[
                ('id', models.CharField(max_length=48, primary_key=True, serialize=False)),
                ('a', models.CharField(db_index=True, max_length=48)),
                ('b', models.CharField(db_index=True, max_length=48)),
                ('score', models.FloatField()),
                ('reasons', models.TextField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProjectionState',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('made_with', models.TextField()),
                ('digest', models.TextField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('seq', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=16)),
                ('subject', models.CharField(max_length=64)),
                ('body', models.TextField()),
                ('recorded_at', models.CharField(max_length=40)),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'subject', 'seq'], name='ledger_event_subject')],
            },
        ),
    ]
