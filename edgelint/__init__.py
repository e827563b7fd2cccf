"""Lints Azure IoT Edge deployment manifests that move from Docker to Kubernetes."""

__version__ = "0.1.0"
