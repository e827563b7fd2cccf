"""A whole deployment of which no rule says more than an info, but for what a test puts into it."""

import json
from typing import Any

RUNNING = {"type": "docker", "status": "running", "restartPolicy": "always"}
LIMITED = {"k8s-experimental": {"resources": {"limits": {"memory": "512Mi", "cpu": "1"}}}}


def mapped(*ports: int) -> dict[str, Any]:
    """Return HostConfig that maps TCP ports to themselves."""
    return {"PortBindings": {f"{port}/tcp": [{"HostPort": str(port)}] for port in ports}}


def system_modules() -> dict[str, Any]:
    """Return edgeAgent and an edgeHub with its ports."""
    options = {**LIMITED, "HostConfig": mapped(443, 5671, 8883)}
    hub = {"image": "mcr.microsoft.com/azureiotedge-hub:1.0.10", "createOptions": json.dumps(options)}
    agent = {"image": "mcr.microsoft.com/azureiotedge-agent:1.0.10", "createOptions": json.dumps(LIMITED)}
    return {"edgeAgent": {"type": "docker", "settings": agent}, "edgeHub": {**RUNNING, "settings": hub}}


def deployment(modules: dict[str, Any], **desired: Any) -> dict[str, Any]:
    """Return a deployment of modules, each with its settings and what else is to be in it."""
    agent = {
        "schemaVersion": "1.0",
        "runtime": {"type": "docker", "settings": {"minDockerVersion": "v1.25"}},
        "systemModules": system_modules(),
        "modules": {name: {"version": "1.0", **RUNNING, **module} for name, module in modules.items()},
        **desired,
    }
    hub = {"schemaVersion": "1.0", "routes": {}, "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}
    return {"modulesContent": {"$edgeAgent": {"properties.desired": agent}, "$edgeHub": {"properties.desired": hub}}}
