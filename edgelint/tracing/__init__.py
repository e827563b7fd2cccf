"""What a rule did, step by step."""
