"""What Docker and Kubernetes take: create options, types, names, amounts."""
