"""The image and its manifests: valid by the schemas, without privileges, true to the program."""

import json
import re
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
MANIFESTS = sorted((ROOT / "docs" / "deploy").glob("*.yaml"))
OLDEST, NEWEST = "1.32", "1.37"
# What the "restricted" Pod Security Standard asks of a container.
RESTRICTED = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "capabilities": {"drop": ["ALL"]},
}


def documents(path):
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


WORKLOADS = [
    pytest.param(each, id=each["metadata"]["name"])
    for path in MANIFESTS
    for each in documents(path)
    if each["kind"] in {"Deployment", "StatefulSet"}
]


def container(workload):
    (only,) = workload["spec"]["template"]["spec"]["containers"]
    return only


def environment(workload):
    return {each["name"]: each.get("value") for each in container(workload)["env"]}


def containerfile():
    return (ROOT / "Containerfile").read_text(encoding="utf-8")


def written_to():
    """Where the image keeps everything that it writes."""
    (folder,) = set(re.findall(r"\b(?:DATA_DIR|HOME|MPLCONFIGDIR)=(/\w+)", containerfile()))
    return folder


def exit_code_of(*arguments):
    command = [sys.executable, "-m", "bot", *arguments, "--help"]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_manifests_are_valid(path, version):
    for document in documents(path):
        kubernetes_validate.validate(document, version, strict=True)


def test_wrong_manifest_is_invalid():
    wrong = documents(MANIFESTS[0])[-1]
    container(wrong)["securityContext"]["readOnlyRootFileSystem"] = True
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, NEWEST, strict=True)


@pytest.mark.parametrize("workload", WORKLOADS)
def test_pods_are_restricted(workload):
    pod = workload["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert RESTRICTED.items() <= container(workload)["securityContext"].items()
    assert set(container(workload)["resources"]["limits"]) == {"cpu", "memory"}
    (volume,) = pod["volumes"]
    assert volume["emptyDir"]["medium"] == "Memory"
    assert [each["mountPath"] for each in container(workload)["volumeMounts"]] == [written_to()]
    assert f"USER {pod['securityContext']['runAsUser']}:" in containerfile()


@pytest.mark.parametrize("workload", WORKLOADS)
def test_pods_use_known_settings_and_commands(workload):
    known = {name.upper() for name in Settings.model_fields}
    assert set(environment(workload)) <= known
    args = container(workload)["args"]
    assert exit_code_of(args[0]) == 0
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        command = container(workload)[probe]["exec"]["command"]
        assert command[:3] == ["python", "-m", "bot"]
        assert exit_code_of(*command[3:]) == 0


@pytest.mark.parametrize("workload", WORKLOADS)
def test_pods_run_an_image_by_commit(workload):
    """The comment at the top says how the image's name comes in."""
    image = container(workload)["image"]
    name = workload["metadata"]["name"].removeprefix("selloff-")
    manifest = f"docs/deploy/{name}.yaml"
    assert image == "treasury-selloff-bot:COMMIT"
    command = f'sed "s|{image}|$IMAGE|" {manifest} | kubectl apply -f -'
    assert f"#   {command}\n" in (ROOT / manifest).read_text(encoding="utf-8")


def test_gateway_pods_share_all_shards(monkeypatch):
    (gateway,) = [each.values[0] for each in WORKLOADS if each.id == "selloff-gateway"]
    spec, shards = gateway["spec"], []
    assert spec["podManagementPolicy"] == "OrderedReady"
    (index,) = [each for each in container(gateway)["env"] if each["name"] == "PROCESS_INDEX"]
    path = index["valueFrom"]["fieldRef"]["fieldPath"]
    assert path == "metadata.labels['apps.kubernetes.io/pod-index']"
    for name in ("SHARD_COUNT", "SHARDS_PER_PROCESS"):
        monkeypatch.setenv(name, environment(gateway)[name])
    for index in range(spec["replicas"]):
        monkeypatch.setenv("PROCESS_INDEX", str(index))
        shards.extend(Settings(_env_file=None).own_shards)
    assert shards == list(range(int(environment(gateway)["SHARD_COUNT"])))


def test_only_readiness_needs_discord():
    """A pod that is ended because Discord makes it wait would begin the wait anew."""
    (gateway,) = [each.values[0] for each in WORKLOADS if each.id == "selloff-gateway"]
    commands = {
        probe: container(gateway)[probe]["exec"]["command"]
        for probe in ("startupProbe", "readinessProbe", "livenessProbe")
    }
    assert {probe for probe, command in commands.items() if "--alive" not in command} == {
        "readinessProbe"
    }


def test_image_has_no_root_and_no_shell():
    image = containerfile().rpartition("\nFROM ")[2]
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", image, re.MULTILINE)
    assert not re.search(r"^(?:RUN|ADD|SHELL)", image, re.MULTILINE)
    for word in ("CMD", "ENTRYPOINT"):
        for command in re.findall(rf"\b{word} (.+)$", image, re.MULTILINE):
            assert isinstance(json.loads(command), list)
    assert '["python", "-m", "bot", "health"]' in image
    assert re.search(r"^ARG PYTHON=python:\d+\.\d+\.\d+-slim-", containerfile(), re.MULTILINE)
    assert containerfile().count("uv sync --locked") == 2
