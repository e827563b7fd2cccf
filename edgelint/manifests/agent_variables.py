"""The environment variables that the Kubernetes agent sets behind those of the manifest, so that its value wins."""

from __future__ import annotations

from edgelint.manifests.manifest import Module

_OF_ALL = {
    "IOTEDGE_IOTHUBHOSTNAME",
    "IOTEDGE_AUTHSCHEME",
    "IOTEDGE_WORKLOADURI",
    "IOTEDGE_MODULEGENERATIONID",
    "IOTEDGE_DEVICEID",
    "IOTEDGE_MODULEID",
    "IOTEDGE_APIVERSION",
    "EdgeDeviceHostName",
}
_GATEWAY = "IOTEDGE_GATEWAYHOSTNAME"
_OF_EDGE_AGENT = {
    "Mode",
    "IOTEDGE_MANAGEMENTURI",
    "NetworkId",
    "ProxyImage",
    "ProxyConfigPath",
    "ProxyConfigVolume",
    "ProxyConfigMapName",
    "ProxyTrustBundlePath",
    "ProxyTrustBundleVolume",
    "ProxyTrustBundleConfigMapName",
    "K8sNamespace",
    "RunAsNonRoot",
    "EdgeK8sObjectOwnerApiVersion",
    "EdgeK8sObjectOwnerKind",
    "EdgeK8sObjectOwnerName",
    "EdgeK8sObjectOwnerUid",
    "PortMappingServiceType",
    "EnableK8sServiceCallTracing",
    "UseMountSourceForVolumeName",
}


def agent_variables(module: Module) -> set[str]:
    """Return the names of the variables that the agent sets for a module whatever the manifest says.

    `RuntimeLogLevel` is none: from beta13 on the agent leaves it alone where the manifest has it. `EdgeDeviceHostName`
    is one from beta14 on (agent source, KubernetesDeploymentMapper).
    """
    if module.kind != "system":
        return _OF_ALL | {_GATEWAY}
    return _OF_ALL | _OF_EDGE_AGENT if module.name == "edgeAgent" else _OF_ALL
