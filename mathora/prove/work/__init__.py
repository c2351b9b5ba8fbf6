"""The edge: proofs in processes of their own, and the file of verdicts."""
