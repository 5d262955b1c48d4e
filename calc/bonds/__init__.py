"""Treasury arithmetic: price and yield both ways, as 31 CFR 356, Appendix B rules."""
