"""Programs that show and measure: the demo, and benches that print figures."""
