"""Plans as Word documents laid out by Nghị định 30/2020/NĐ-CP."""
