"""Mounts: every class of a Binds entry and of a Mounts entry, decided once."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("${BINDS}", "unknown", id="a placeholder is the whole entry"),
        pytest.param("{{source: target}}", "unknown", id="a placeholder with a colon is the whole entry"),
        pytest.param("$BIND", "unknown", id="a variable is the whole entry"),
        pytest.param("/data", "one-part", id="one part: a path"),
        pytest.param("data", "one-part", id="one part: a name"),
        pytest.param("C:\\data", "one-part", id="one part: a drive's colon is no separator"),
        pytest.param("${A}/${B}", "one-part", id="one part: two placeholders"),
        pytest.param("", "one-part", id="one part: nothing"),
        pytest.param("${SRC}:/x", "placeholder", id="a placeholder as source"),
        pytest.param("$SRC:/x:ro", "placeholder", id="a variable as source"),
        pytest.param("/srv/${SRC}/a:/x", "placeholder", id="a placeholder in the source"),
        pytest.param("${SRC:-/srv}:/x", "placeholder", id="a placeholder with a default that holds a colon"),
        pytest.param("/home/hcsshares/<share>:/x", "placeholder", id="a placeholder in the path of a share"),
        pytest.param("<host path: any>:/x", "placeholder", id="words in angle brackets with a colon"),
        pytest.param("C:\\data:/x", "windows", id="a Windows path"),
        pytest.param("d:/data:/x:ro", "windows", id="a Windows path with slashes"),
        pytest.param("c:\\iotedge\\x.json:c:\\app\\x.json", "windows", id="Windows paths on both sides"),
        pytest.param("\\\\server\\share:/x", "windows", id="a path of a Windows server"),
        pytest.param("\\\\.\\pipe\\docker_engine:\\\\.\\pipe\\docker_engine", "windows", id="a named pipe"),
        pytest.param("/dev/catapult0:/dev/catapult0", "fpga-device", id="an FPGA"),
        pytest.param("/dev/catapult:/x", "fpga-device", id="an FPGA without a number"),
        pytest.param("/var/run/docker.sock:/var/run/docker.sock", "socket", id="the socket of Docker"),
        pytest.param("/run/containerd/containerd.sock:/x", "socket", id="the socket of containerd"),
        pytest.param("/var/run/iotedge/mgmt.sock:/x", "socket", id="a socket of iotedged"),
        pytest.param("/run/iotedge:/run/iotedge", "socket", id="the folder of its sockets"),
        pytest.param("docker.sock:/x", "socket", id="a socket without its folder"),
        pytest.param("/run/podman/podman.sock:/x", "socket", id="the socket of Podman"),
        pytest.param("/var/lib/iotedge/mgmt.sock:/x", "socket", id="a socket of iotedged outside /run"),
        pytest.param("/var/lib/iotedge/workload.sock:/x", "socket", id="its other socket"),
        pytest.param("/run/aziot/edged/aziot-edged.mgmt.socket:/x", "socket", id="a socket of a newer iotedged"),
        pytest.param("/srv/aziot-edged.workload.sock:/x", "socket", id="the same elsewhere"),
        pytest.param("/srv/mgmt.sock:/x", "file", id="a socket of the same name elsewhere"),
        pytest.param("/var/lib/iotedge:/x", "host-directory", id="a folder of iotedged without sockets"),
        pytest.param("/home/hcsshares/in1:/x", "share", id="a share of the FPGA device"),
        pytest.param("/home/hcsshares/in1/sub.d/x.json:/x", "share", id="a file on a share"),
        pytest.param("/home/hcsshares:/x", "share", id="all shares"),
        pytest.param("/home//hcsshares/./in1:/x", "share", id="a share behind a slash and a dot too many"),
        pytest.param("//etc//hosts:/x", "file", id="a known file behind slashes too many"),
        pytest.param("/etc/hosts:/etc/hosts", "file", id="a known file"),
        pytest.param("/etc/localtime:/x:ro", "file", id="another known file"),
        pytest.param("/usr/bin/docker:/x", "file", id="a program"),
        pytest.param("/sbin/ip:/x", "file", id="a program of the system"),
        pytest.param("/proc/cpuinfo:/x", "file", id="a file of the kernel"),
        pytest.param("/sys/class/net/eth0/uevent:/x", "file", id="a file of a device"),
        pytest.param("/dev/video0:/dev/video0", "file", id="a device"),
        pytest.param("/dev/net/tun:/x", "file", id="a device in a folder"),
        pytest.param("/srv/my.sock:/x", "file", id="another socket"),
        pytest.param("/srv/config.json:/app/config.json", "file", id="an extension"),
        pytest.param("/srv/.env.local:/x", "file", id="an extension behind a leading dot"),
        pytest.param("/srv/lib.so:/x", "file", id="a library"),
        pytest.param("/srv/app:/data", "host-directory", id="a directory"),
        pytest.param("/:/host:ro", "host-directory", id="the root"),
        pytest.param("/etc/conf.d:/x", "host-directory", id="a directory whose name ends in .d"),
        pytest.param("/opt/app-1.2:/x", "host-directory", id="a directory whose name ends in a version"),
        pytest.param("/var/lib/foo.v2:/x", "host-directory", id="a directory whose name ends in v and digits"),
        pytest.param("/tmp/.X11-unix:/tmp/.X11-unix", "host-directory", id="a name with a leading dot alone"),
        pytest.param("/srv/data.directories:/x", "host-directory", id="too long for an extension"),
        pytest.param("/srv/x.json/:/x", "host-directory", id="a slash at the end"),
        pytest.param("/home/data/docker:/usr/bin/docker", "host-directory", id="a target that looks like a file"),
        pytest.param("/dev/shm:/dev/shm", "host-directory", id="shared memory"),
        pytest.param("/dev/dri/card0:/x", "host-directory", id="below a directory of devices"),
        pytest.param("/dev/bus/usb:/dev/bus/usb", "host-directory", id="the USB bus"),
        pytest.param("/home/hcsshares2/in1:/x", "host-directory", id="a folder that is called nearly like the shares"),
        pytest.param("/run/iotedge2:/x", "host-directory", id="a folder that is called nearly like that of iotedged"),
        pytest.param("/usr/bin:/x", "host-directory", id="a folder of programs"),
        pytest.param("data:/x", "named-volume", id="a named volume"),
        pytest.param("my_vol-1.x:/x:rw", "named-volume", id="a named volume with every sign"),
        pytest.param("config.json:/x", "named-volume", id="a name with an extension"),
        pytest.param("./data:/x", "relative", id="a relative path"),
        pytest.param("~/data:/x", "relative", id="a home directory"),
        pytest.param("data/sub:/x", "relative", id="a path without a leading slash"),
        pytest.param(":/x", "relative", id="no source"),
        pytest.param("_data:/x", "relative", id="no name of a volume"),
    ],
)
def test_a_binds_entry_has_one_kind(text: str, kind: str) -> None:
    assert fields("mounts", host(Binds=[text]), "kind", "text") == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "source", "target", "options"),
    [
        pytest.param("/a", "/a", None, None, id="one part"),
        pytest.param("/a:/b", "/a", "/b", None, id="two parts"),
        pytest.param("/a:", "/a", "", None, id="an empty target"),
        pytest.param("/a:/b:", "/a", "/b", None, id="empty options"),
        pytest.param("/a:/b:ro,z", "/a", "/b", ["ro", "z"], id="options"),
        pytest.param("/a:/b:rw:ro", "/a", "/b", ["rw"], id="later parts are dropped"),
        pytest.param(" /a : /b ", " /a ", " /b ", None, id="nothing is trimmed"),
        pytest.param("C:\\a:D:\\b:ro", "C:\\a", "D:\\b", ["ro"], id="drives on both sides"),
        pytest.param("\\\\.\\pipe\\x:\\\\.\\pipe\\x", "\\\\.\\pipe\\x", "\\\\.\\pipe\\x", None, id="named pipes"),
        pytest.param("${A:-/a}:${B:-/b}:ro", "${A:-/a}", "${B:-/b}", ["ro"], id="colons inside placeholders"),
        pytest.param("ab:/c", "ab", "/c", None, id="two letters are no drive"),
    ],
)
def test_a_binds_entry_is_split(text: str, source: str, target: str | None, options: list[str] | None) -> None:
    assert fields("mounts", host(Binds=[text]), "source", "target", "options") == [(source, target, options)]


@pytest.mark.parametrize(
    ("text", "readonly"),
    [
        *((text, False) for text in ("/a:/b", "/a:/b:rw", "/a:/b:RO", "/a:/b:rw:ro", "/ro:/ro")),
        *((text, True) for text in ("/a:/b:ro", "/a:/b:z,ro")),
    ],
)
def test_the_letters_ro_make_a_binds_entry_read_only(text: str, readonly: bool) -> None:
    assert fields("mounts", host(Binds=[text]), "readonly") == [readonly]


@pytest.mark.parametrize(
    ("mount", "kind"),
    [
        pytest.param({}, "other", id="nothing"),
        pytest.param({"Source": "in1", "Target": "/x"}, "other", id="no Type"),
        pytest.param({"Type": 5, "Source": "in1"}, "other", id="a Type that is no text"),
        pytest.param({"Type": "tmpfs"}, "other", id="tmpfs"),
        pytest.param({"Type": "npipe", "Source": "/a"}, "other", id="npipe"),
        pytest.param({"Type": "", "Source": "/a"}, "other", id="an empty Type"),
        pytest.param({"Type": "bind ", "Source": "/a"}, "other", id="a Type with a blank"),
        pytest.param({"Type": "volume"}, "other", id="a volume without Source"),
        pytest.param({"Type": "bind", "Source": []}, "other", id="a Source that cannot be read"),
        pytest.param({"Type": "bind", "Source": 5}, "relative", id="a number as Source, which is read as a text"),
        pytest.param({"Type": "${TYPE}", "Source": "/a"}, "unknown", id="a placeholder as Type"),
        pytest.param({"Type": "volume", "Source": "${SHARE}"}, "placeholder", id="a placeholder as share"),
        pytest.param({"Type": "volume", "Source": "in1"}, "volume", id="a volume"),
        pytest.param({"Type": "Volume", "Source": "/srv/a.json"}, "volume", id="a volume with a path as Source"),
        pytest.param({"Type": "volume", "Source": ""}, "volume", id="a volume with an empty Source"),
        pytest.param({"Type": "bind", "Source": "$SRC"}, "placeholder", id="a placeholder as path"),
        pytest.param({"Type": "BIND", "Source": "/srv/a"}, "host-directory", id="a directory"),
        pytest.param({"Type": "bind", "Source": "/srv/a.json"}, "file", id="a file"),
        pytest.param({"Type": "bind", "Source": "/var/run/docker.sock"}, "socket", id="a socket"),
        pytest.param({"Type": "bind", "Source": "/home/hcsshares/in1"}, "share", id="a share of the FPGA device"),
        pytest.param({"Type": "bind", "Source": "/dev/catapult1"}, "fpga-device", id="an FPGA"),
        pytest.param({"Type": "bind", "Source": "C:\\a"}, "windows", id="a Windows path"),
        pytest.param({"Type": "bind", "Source": "in1"}, "relative", id="a name is no path"),
        pytest.param({"Type": "bind", "Source": ""}, "relative", id="an empty Source"),
    ],
)
def test_a_mounts_entry_has_one_kind(mount: dict[str, Any], kind: str) -> None:
    assert fields("mounts", host(Mounts=[mount]), "kind") == [kind]


FALSE: list[Any] = [None, False, "false", "", "yes", "1", 0, []]
TRUE: list[Any] = [True, "true", " True ", 1, 2.5]


@pytest.mark.parametrize(
    ("value", "readonly"), [*((value, False) for value in FALSE), *((value, True) for value in TRUE)]
)
def test_a_boolean_is_read_as_the_runtime_reads_it(value: Any, readonly: bool) -> None:
    assert fields("mounts", host(Mounts=[{"Type": "bind", "ReadOnly": value}]), "readonly") == [readonly]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(Mounts=[{"Type": "bind", "ReadOnly": "${RO}"}]), id="a Mounts entry"),
        pytest.param(host(Binds=["/a:/b:$MODE"]), id="a Binds entry"),
        pytest.param(host(Binds=["/a:/b:ro,${MODE}"]), id="a Binds entry with another option"),
    ],
)
def test_a_placeholder_hides_whether_a_mount_is_read_only(text: str) -> None:
    assert fields("mounts", text, "readonly") == [None]


@pytest.mark.parametrize(
    ("options", "ignored", "kept"),
    [
        pytest.param("", None, None, id="no options"),
        pytest.param("ro", None, "ro", id="read-only"),
        pytest.param("rw", None, "rw", id="read-write"),
        pytest.param("z", "z", None, id="a label"),
        pytest.param("ro,Z", "Z", "ro", id="a label beside ro"),
        pytest.param("z,,rw,nocopy", "z and nocopy", "rw", id="two ignored ones"),
        pytest.param("rslave,cached,consistent", "rslave, cached and consistent", None, id="three ignored ones"),
        pytest.param("RO", "RO", None, id="capitals"),
        pytest.param("norocks", None, "norocks", id="the letters ro in another word"),
        pytest.param("z,$MODE", None, None, id="a placeholder"),
    ],
)
def test_option_words_are_read_or_ignored(options: str, ignored: str | None, kept: str | None) -> None:
    (row,) = rows("mounts", host(Binds=[f"/a:/b:{options}"]))
    assert row.fields.get("ignored") == ignored
    assert row.fields.get("kept") == kept


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        pytest.param("/a:/b:ro,z", {"options": "ro,z", "suffix": ":ro,z"}, id="two options"),
        pytest.param("/a:/b:rw:ro", {"options": "rw", "suffix": ":rw"}, id="a part too many"),
        pytest.param("C:\\a:D:\\b:z", {"options": "z", "suffix": ":z"}, id="behind drives"),
        pytest.param("/a:/b:", {}, id="no option behind the colon"),
        pytest.param("/a:/b", {}, id="no options"),
    ],
)
def test_the_options_of_a_binds_entry_are_parts(entry: str, parts: dict[str, str]) -> None:
    (row,) = seen("mounts", host(Binds=[entry]))
    assert {name: text for name, text in row.parts.items() if name in ("options", "suffix")} == parts


@pytest.mark.parametrize(
    ("mount", "missing"),
    [
        pytest.param({"Type": "volume", "Source": "in1", "Target": "/x"}, None, id="nothing"),
        pytest.param({"Source": "in1", "Target": "/x"}, "Type", id="Type"),
        pytest.param({"Type": "", "Source": "in1", "Target": "/x"}, None, id="an empty Type is wrong, not missing"),
        pytest.param({"Type": "bind", "Source": "", "Target": None}, "Source and Target", id="empty and null"),
        pytest.param({"Type": None}, "Type, Source and Target", id="all"),
        pytest.param({"Type": "bind", "Source": 5, "Target": []}, None, id="values of another type are there"),
        pytest.param({"Type": "$T", "Source": "$S", "Target": "$X"}, None, id="placeholders are there"),
    ],
)
def test_members_of_a_mounts_entry_are_missing(mount: dict[str, Any], missing: str | None) -> None:
    assert fields("mounts", host(Mounts=[mount]), "missing") == [missing]


@pytest.mark.parametrize(
    ("mount", "missing"),
    [
        ({"name": "v", "mountPath": "/x"}, None),
        ({"name": "$V", "mountPath": "$X"}, None),
        ({"name": "", "mountPath": "/x"}, "name"),
        ({"name": "v", "mountPath": None}, "mountPath"),
        ({}, "name and mountPath"),
    ],
)
def test_members_of_a_volume_mount_are_missing(mount: dict[str, Any], missing: str | None) -> None:
    text = bare(**{"k8s-experimental": {"volumes": [{"volumeMounts": [mount]}]}})
    assert fields("mounts", text, "missing") == [missing]


@pytest.mark.parametrize("key", ["Destination", "destination"])
def test_destination_is_told_as_it_is_written(key: str) -> None:
    assert fields("mounts", host(Mounts=[{"Type": "bind", key: "/x"}, {"Type": "bind"}]), "destination") == [key, None]


@pytest.mark.parametrize(
    ("options", "size"),
    [
        *((options, 0) for options in (None, {}, {"SizeBytes": None}, {"SizeBytes": 0}, {"Mode": 1})),
        ({"SizeBytes": 65536}, 65536),
        *(({"SizeBytes": value}, None) for value in (-1, "64m", "${SIZE}", True, 1.5, [1])),
        *((options, None) for options in ("x", [1])),
    ],
)
def test_the_size_of_a_tmpfs_is_read(options: Any, size: int | None) -> None:
    mounts = [{"Type": type_, "Target": "/x", "TmpfsOptions": options} for type_ in ("Tmpfs", "bind")]
    assert fields("mounts", host(Mounts=mounts), "size") == [size, None]


def test_each_tmpfs_gets_a_volume_name_of_its_own() -> None:
    targets = ["/var/Cache", "/varcache/", "/é", "/" + "a" * 80, "$X", "cache", ""]
    mounts = [{"Type": "tmpfs", "Target": target} for target in targets]
    text = bare(HostConfig={"Mounts": mounts, "Binds": ["/tmpfs/varcache:/x", "/tmpfs-:/y"]})
    assert fields("mounts", text, "fresh_volume")[2:] == [
        "tmpfs-varcache",
        "tmpfs-varcache-2",
        "tmpfs-2",
        "tmpfs-" + "a" * 50,
        None,
        None,
        None,
    ]


def test_a_new_volume_name_is_none_of_the_declared_ones() -> None:
    volumes = {"volumes": [{"volume": {"name": "tmpfs-x"}}, {"volume": {"name": 5}}, {"volume": []}, None]}
    text = bare(HostConfig={"Mounts": [{"Type": "tmpfs", "Target": "/x"}]}, **{"k8s-experimental": volumes})
    assert fields("mounts", text, "fresh_volume") == ["tmpfs-x-2"]


@pytest.mark.parametrize(
    ("source", "path", "share"),
    [
        pytest.param("/srv/app", "host-directory", None, id="a directory"),
        pytest.param("/srv/app.json", "file", None, id="a file"),
        pytest.param("in1/today", "relative", None, id="a relative path"),
        pytest.param("C:\\a", "windows", None, id="a Windows path"),
        pytest.param("/dev/catapult0", "fpga-device", None, id="an FPGA"),
        pytest.param("/home/hcsshares/in1", "share", "in1", id="a share of the FPGA device"),
        pytest.param("in1", None, None, id="a name"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("${ROOT}/in1", None, None, id="a placeholder"),
    ],
)
@pytest.mark.parametrize("type_", ["volume", "bind", "tmpfs"])
def test_a_source_is_a_path_whatever_the_type(type_: str, source: str, path: str | None, share: str | None) -> None:
    assert fields("mounts", host(Mounts=[{"Type": type_, "Source": source}]), "path", "share") == [(path, share)]


@pytest.mark.parametrize(
    ("source", "key", "volume"),
    [
        pytest.param("/srv/a/b", "/srv/a/b", "srvab", id="a path"),
        pytest.param("/srv/ab/", "/srv/ab", "srvab", id="a slash at the end"),
        pytest.param("/srv//", "/srv", "srv", id="slashes at the end"),
        pytest.param("/srv//a/./b", "/srv/a/b", "srvab", id="slashes and dots inside"),
        pytest.param("/", "/", None, id="the root gives no name"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("/é", "/é", None, id="letters that are dropped"),
        pytest.param("/" + "a" * 64, "/" + "a" * 64, None, id="a name that is too long"),
        pytest.param("/srv/${X}", None, None, id="a placeholder"),
    ],
)
def test_sources_are_compared_and_named(source: str, key: str | None, volume: str | None) -> None:
    assert fields("mounts", host(Binds=[f"{source}:/x"]), "source_key", "volume") == [(key, volume)]


@pytest.mark.parametrize(("target", "key"), [("/x/", "/x"), ("/", "/"), ("", None), ("${X}", None), ("/x:ro", "/x")])
def test_targets_are_compared(target: str, key: str | None) -> None:
    assert fields("mounts", host(Binds=[f"/a:{target}"]), "target_key") == [key]


@pytest.mark.parametrize(
    ("source", "share", "subpath"),
    [
        pytest.param("/home/hcsshares/in1", "in1", None, id="a share"),
        pytest.param("/home/hcsshares/in1/", "in1", None, id="a slash at the end"),
        pytest.param("/home/hcsshares/in1/a/b/", "in1", "a/b", id="a path below it"),
        pytest.param("/home/hcsshares//in1//a", "in1", "a", id="double slashes"),
        pytest.param("/home/hcsshares", None, None, id="no share"),
        pytest.param("/home/hcsshares/", None, None, id="no share behind the slash"),
        pytest.param("/srv/in1", None, None, id="another folder"),
    ],
)
def test_a_share_is_named(source: str, share: str | None, subpath: str | None) -> None:
    assert fields("mounts", host(Binds=[f"{source}:/x"]), "share", "subpath") == [(share, subpath)]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        pytest.param("/srv/a:/x", None, id="a directory"),
        pytest.param("/srv/a.json:/x", False, id="an extension"),
        pytest.param("/srv/a.json:/app/b.json", False, id="another name on the other side"),
        pytest.param("/srv/a.json:/app/a.json", True, id="the same name on both sides"),
        pytest.param("/etc/hosts:/x", True, id="a known file"),
        pytest.param("/dev/video0:/x", True, id="a device"),
    ],
)
def test_a_file_may_be_certain(text: str, certain: bool | None) -> None:
    assert fields("mounts", host(Binds=[text]), "certain") == [certain]


def test_a_binds_entry_is_a_row() -> None:
    assert seen("mounts", host(Binds=["/srv/app:/data:ro"])) == [
        Seen(
            {
                "list": "Binds",
                "kind": "host-directory",
                "source": "/srv/app",
                "source_key": "/srv/app",
                "target": "/data",
                "target_key": "/data",
                "readonly": True,
                "volume": "srvapp",
                "path": "host-directory",
                "text": "/srv/app:/data:ro",
                "options": ["ro"],
                "kept": "ro",
            },
            "/srv/app:/data:ro",
            {"source": "/srv/app", "target": "/data", "options": "ro", "suffix": ":ro"},
        )
    ]


def test_parts_of_a_binds_entry_are_found_through_escapes() -> None:
    (row,) = seen("mounts", '{"HostConfig": {"Binds": ["C:\\\\a\\u00e9:\\/b"]}}')
    assert row.parts == {"source": "C:\\\\a\\u00e9", "target": "\\/b"}


def test_a_binds_entry_of_one_part_has_no_target() -> None:
    (row,) = seen("mounts", host(Binds=["/data"]))
    assert row.parts == {"source": "/data"}


def test_a_mounts_entry_is_a_row() -> None:
    text = '{"hostconfig": {"mounts": [{"type": "volume", "source": "In1", "Target": "/x/", "readonly": "true"}]}}'
    assert seen("mounts", text) == [
        Seen(
            {
                "list": "Mounts",
                "kind": "volume",
                "type": "volume",
                "source": "In1",
                "source_key": "In1",
                "target": "/x/",
                "target_key": "/x",
                "readonly": True,
                "volume": "in1",
            },
            '{"type": "volume", "source": "In1", "Target": "/x/", "readonly": "true"}',
            {"type": "volume", "source": "In1", "target": "/x/", "readonly": '"true"'[1:-1]},
        )
    ]


def test_a_kubernetes_volume_mount_is_a_row() -> None:
    mount = {"name": "v", "mountPath": "/dev/shm/", "readOnly": True}
    volumes = {"volumes": [{"volume": {"name": "v"}, "volumeMounts": [mount, {"name": "w"}]}]}
    first, second = seen("mounts", bare(**{"k8s-experimental": volumes}))
    assert first.fields == {
        "list": "volumeMounts",
        "kind": "kubernetes-volume",
        "target": "/dev/shm/",
        "target_key": "/dev/shm",
        "readonly": True,
        "volume": "v",
    }
    assert first.parts == {"volume": "v", "target": "/dev/shm/"}
    assert second.fields == {
        "list": "volumeMounts",
        "kind": "kubernetes-volume",
        "readonly": False,
        "volume": "w",
        "missing": "mountPath",
    }
    assert (second.text, second.parts) == ('{"name": "w"}', {"volume": "w"})


def test_the_members_of_a_volume_mount_are_read_in_any_letter_case() -> None:
    text = '{"k8s-experimental": {"Volumes": [{"VolumeMounts": [{"Name": "v", "MountPath": "/x"}]}]}}'
    (row,) = seen("mounts", text)
    assert (row.fields["volume"], row.fields["target"], row.parts) == ("v", "/x", {"volume": "v", "target": "/x"})


def test_binds_come_before_mounts_and_volume_mounts() -> None:
    volumes = {"volumes": [{"volumeMounts": [{"name": "v"}]}]}
    config = {"Mounts": [{"Type": "bind"}], "Binds": ["/a:/b", "/c"]}
    text = bare(HostConfig=config, **{"k8s-experimental": volumes})
    assert fields("mounts", text, "list") == ["Binds", "Binds", "Mounts", "volumeMounts"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(Binds=[]), id="an empty list"),
        pytest.param(host(Binds=None), id="null"),
        pytest.param(host(Binds="/a:/b"), id="a text for a list"),
        pytest.param(host(Binds=[None, 5, {}, ["/a:/b"]]), id="entries that are no texts"),
        pytest.param(host(Mounts=[None, "x", []]), id="entries that are no objects"),
        pytest.param(host(Mounts={"Type": "bind"}), id="an object for a list"),
        pytest.param(bare(HostConfig=[]), id="a list for an object"),
        pytest.param(bare(Binds=["/a:/b"], Mounts=[{"Type": "bind"}]), id="beside HostConfig"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": {"volumeMounts": []}}}), id="volumes as an object"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": [None, {"volumeMounts": {}}, []]}}), id="odd volumes"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": [{"volumeMounts": [5, "v"]}]}}), id="odd mounts"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": [{"volumeMount": [{"name": "v"}]}]}}), id="misspelt"),
    ],
)
def test_what_mounts_nothing_gives_no_row(text: str) -> None:
    assert rows("mounts", text) == []


@pytest.mark.parametrize(
    ("mount", "type_", "source", "missing"),
    [
        pytest.param('{"Type": 5, "Source": "", "Target": 7}', "5", "", "Source", id="a number as Type"),
        pytest.param('{"Type": Infinity, "Source": NaN, "Target": "/x"}', "Infinity", "NaN", None, id="words"),
        pytest.param(
            '{"Type": true, "Source": 1.5, "Target": "/x"}', "true", "1.5", None, id="a boolean and a fraction"
        ),
        pytest.param('{"Type": null, "Source": "a", "Target": "/x"}', None, "a", "Type", id="null"),
        pytest.param('{"Type": [], "Source": {}, "Target": "/x"}', None, None, None, id="what is refused"),
    ],
)
def test_members_are_texts_as_the_runtime_reads_them(
    mount: str, type_: str | None, source: str | None, missing: str | None
) -> None:
    text = f'{{"k8s-experimental": {{}}, "HostConfig": {{"Mounts": [{mount}]}}}}'
    assert fields("mounts", deployment({"m": module(text)}), "type", "source", "missing") == [(type_, source, missing)]


def test_the_name_in_a_volume_mount_may_be_a_number() -> None:
    volumes = [{"volumeMounts": [{"name": 5, "mountPath": 7}]}]
    assert fields("mounts", bare(**{"k8s-experimental": {"volumes": volumes}}), "volume", "target", "missing") == [
        ("5", "7", None)
    ]


@pytest.mark.parametrize(
    ("mount", "missing"),
    [
        pytest.param("null", ["name and mountPath"], id="null"),
        pytest.param('""', ["name and mountPath"], id="an empty text, which is null"),
        pytest.param("undefined", ["name and mountPath"], id="undefined, which is null"),
        pytest.param("NaN", [], id="a word that is refused"),
        pytest.param('"x"', [], id="a text that is refused"),
        pytest.param("[]", [], id="a list that is refused"),
    ],
)
def test_null_is_a_volume_mount_without_members(mount: str, missing: list[str]) -> None:
    options = f'{{"k8s-experimental": {{"volumes": [{{"volumeMounts": [{mount}]}}]}}}}'
    assert fields("mounts", deployment({"m": module(options)}), "missing") == missing
