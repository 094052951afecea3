"""A ledger to measure with: the incidents of the sample case, cut and put together and told again under other names."""
