"""Questions asked of plans; one module is one question, and today is an argument."""
