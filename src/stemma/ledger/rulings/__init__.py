"""What people's rulings on claims come to today: which hold, which wait, and what stages are given for them."""
