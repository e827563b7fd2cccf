"""The page on the create options: what becomes of each on Kubernetes, from the table of options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edgelint.docs.markdown import escaped, grid
from edgelint.platforms.docker_options import Option, options

_INTRODUCTION = """\
# Create options on Kubernetes

<!-- Made by `python -m edgelint.docs docs` from edgelint/platforms/create_options.json. -->

What the Kubernetes agent of Azure IoT Edge makes of each create option of a module, and what to use instead. Rules look at the
same table: it is `options` in [tables.md](tables.md).

- **translated**: it has the effect that it has with Docker.
- **differently**: it has another effect, said beside it.
- **ignored**: it has none, and no log tells of it. A value that asks for nothing (`null`, `0`, `""`, `false`, `[]`, `{}`) does no
  harm.
- **fails**: any value of another type than the one in the column *type* makes the agent refuse the whole deployment
  ([ASE010](rules/ASE010.md), and [ASE707](rules/ASE707.md) for `k8s-experimental`); of what is ignored inside `HostConfig`,
  `LogConfig` left out, from agent beta13 on. An option of the type *any* takes whatever stands there. `null` is taken for a list,
  a map, an object or a text, and so is an empty text for all but a text. *int32* and *int64* are whole numbers of so many bits,
  *uint16* and *uint64* those that are not below 0; they may be texts of digits, and the fraction of a number is rounded.

A key that stands in none of these tables is ignored as well ([ASE804](rules/ASE804.md)). Letter case matters for
`k8s-experimental` alone, and until beta11 for `Entrypoint`, `Cmd` and `WorkingDir`.

The last column says how it is known: **executed**, the agent was run with the option; **model** and **client**, by the source of
the agent's [model of createOptions](https://github.com/Azure/iotedge/tree/archive/release/1.1-k8s-preview/edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/models)
and of the [client of Kubernetes](https://github.com/kubernetes-client/csharp) in it; **docker**, by
[Docker's documentation](https://docs.docker.com/engine/api/v1.40/#operation/ContainerCreate) alone, for the agent has no such
member.
"""
_SECTIONS = (
    ("createOptions", "", "Members of createOptions itself."),
    ("HostConfig", "HostConfig.", "Members of `createOptions.HostConfig`."),
    ("k8s-experimental", "k8s-experimental.", "What only Kubernetes knows, all that the agent reads of it."),
    ("Members of other members", None, "`[]` stands for each item of a list, `*` for each key of a map."),
)
_CLASSES = {"altered": "differently"}
_HEADS = ("option", "on Kubernetes", "type", "instead, or what it does", "rule", "known by")


def create_options_page() -> str:
    """Return the page as Markdown."""
    parts = [_INTRODUCTION]
    for (title, _, text), rows in zip(_SECTIONS, _by_section(options().values()), strict=True):
        parts.append("\n".join([f"## {title}", "", text, "", *grid(_HEADS, map(_row, rows))]) + "\n")
    return "\n".join(parts)


def _by_section(known: Iterable[Option]) -> Iterator[list[Option]]:
    """Yield the options of each section, all that belong to no earlier one in the last."""
    left = list(known)
    for _, prefix, _ in _SECTIONS:
        taken = [option for option in left if _belongs(option.option, prefix)]
        left = [option for option in left if option not in taken]
        yield taken


def _belongs(path: str, prefix: str | None) -> bool:
    if prefix == "k8s-experimental.":
        return path.startswith(prefix)
    return prefix is None or (path.startswith(prefix) and "." not in path.removeprefix(prefix))


def _row(option: Option) -> tuple[str, ...]:
    return (
        f"`{option.option}`",
        _CLASSES.get(option.kubernetes, option.kubernetes),
        option.type,
        escaped(option.advice),
        f"[{option.rule}](rules/{option.rule}.md)" if option.rule else "",
        option.source,
    )
