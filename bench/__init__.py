"""Speed, paired and interleaved in one run; ratios are what to quote."""
