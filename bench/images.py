#!/usr/bin/env python3
"""Measures Limbeck against PyTorch and ONNX Runtime on images and writes docs/results/performance.md.

usage: bench/images.py [--data-dir CIFAR] [--rounds 5] [--seconds 20] [--works distill-resnet32,step-resnet8]

Every measurement is a process of its own. Within a group of works the systems take turns, round by round, so
that a machine that gets slower or faster does so for all of them. Results are appended to --raw as they come:
stop it when you like and give the same command again, and it goes on where it was. Without --python it makes
a virtual environment, .venv in the checkout, from bench/pytorch/requirements.txt; throw it away afterwards.
Use an idle machine: the page is only as good as that. All variants of PyTorch are measured in the first round; those
that two others beat by a tenth there are not measured again, but for eager.
"""

import argparse
import datetime
import glob
import json
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TARGET = HERE / "target"
BEGIN, END = "<!-- begin notes -->", "<!-- end notes -->"
ENOUGH = 5
INSTRUCTIONS = ("avx2", "avx512f", "avx512_bf16", "amx_bf16")
VARIANTS = (
    "eager",
    "channels-last",
    "bf16",
    "channels-last-bf16",
    "compile",
    "compile-channels-last",
    "compile-channels-last-bf16",
)


def limbeck(work):
    return [("limbeck", work, "")]


def pytorch(work):
    return [("pytorch", work, variant) for variant in VARIANTS]


GROUPS = {
    "distill-resnet32": limbeck("distill-resnet32") + pytorch("distill-resnet56-resnet32"),
    "step-resnet32": limbeck("step-resnet32") + limbeck("convolution-resnet32") + pytorch("step-resnet32"),
    "step-resnet8": limbeck("step-resnet8") + limbeck("step-resnet8-constant") + pytorch("step-resnet8"),
    "score-resnet56": limbeck("score-resnet56")
    + [("onnxruntime", "score-resnet56-ort", "fp32")]
    + pytorch("score-resnet56"),
    "robust-resnet8": limbeck("robust-resnet8") + limbeck("standard-resnet8"),
    "grid-resnet20-resnet8": limbeck("grid-resnet20-resnet8")
    + pytorch("step-resnet20")
    + pytorch("distill-resnet20-resnet8"),
}
# What Limbeck measures of a work, where it is not all of it.
MEASURES = {"grid-resnet20-resnet8": "seconds_per_grid", "distill-resnet32": "training_images_per_second"}
# What Limbeck does where PyTorch does the work of the key.
COUNTERPART = {
    "distill-resnet56-resnet32": "distill-resnet32",
    "step-resnet32": "step-resnet32",
    "step-resnet8": "step-resnet8",
    "score-resnet56": "score-resnet56",
    "score-resnet56-ort": "score-resnet56",
}
TITLES = {"limbeck": "Limbeck", "pytorch": "PyTorch", "onnxruntime": "ONNX Runtime"}


# --- Measuring ---


def output(*command):
    """The first line of what a command says, or "unknown"."""
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return done.stdout.strip().splitlines()[0] if done.returncode == 0 else "unknown"
    except (OSError, IndexError):
        return "unknown"


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else "java"


def first_match(pattern, path):
    try:
        match = re.search(pattern, Path(path).read_text(), re.MULTILINE)
        return match[1].strip() if match else "unknown"
    except OSError:
        return "unknown"


def machine():
    flags = first_match(r"^flags\s*:(.*)$", "/proc/cpuinfo").split()
    return {
        "cpu": first_match(r"^model name\s*:(.*)$", "/proc/cpuinfo"),
        "architecture": platform.machine(),
        "instructions": [name for name in INSTRUCTIONS if name in flags],
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.system(),
    }


def header(options):
    """What must be the same for measurements to be compared, and the versions to name beside them."""
    return {
        "kind": "header",
        "machine": machine(),
        "settings": {
            "threads": options.threads,
            "batch": options.batch,
            "score_batch": options.score_batch,
            "seconds": options.seconds,
            "data": "CIFAR-10" if options.data_dir else "random bytes",
        },
        "versions": {
            "Java": output(java(), "-version"),
            "LibTorch (JavaCPP preset)": first_match(r"<pytorch.version>(.*)<", ROOT / "pom.xml"),
            "C++ compiler": output("c++", "--version"),
        },
        "load": round(os.getloadavg()[0], 2),
    }


def environment(options):
    """The Python that has PyTorch."""
    if options.python:
        # Not resolved: a virtual environment's Python is a link, and works by its place.
        return os.path.abspath(options.python) if os.sep in options.python else options.python
    python = ROOT / ".venv" / "bin" / "python"
    if not python.exists():
        print("making .venv...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", ROOT / ".venv"], check=True)
    # Quick, and without a download, where everything is installed already.
    requirements = HERE / "pytorch" / "requirements.txt"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", requirements], check=True)
    return str(python)


def class_path():
    """Builds the benchmarks and returns the Java command up to the main class, with the launcher's flags."""
    print("building...", file=sys.stderr)
    build = "mvn -B -q -Dquick -Dmaven.test.skip=true -pl core,bench -am package dependency:copy-dependencies"
    # A jar of an older version must not stay on the class path.
    shutil.rmtree(TARGET / "dependency", ignore_errors=True)
    for jar in glob.glob(str(TARGET / "limbeck-bench-*.jar")):
        os.remove(jar)
    subprocess.run(build.split() + ["-DincludeScope=runtime"], cwd=ROOT, check=True)
    flags = ["-XX:+UseSerialGC", "-Xmx1g", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"]
    major = re.search(r'version "(\d+)', output(java(), "-version"))
    if major and int(major[1]) >= 24:
        flags += ["--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    jars = glob.glob(str(TARGET / "limbeck-bench-*.jar")) + [str(TARGET / "dependency" / "*")]
    return [java(), *flags, "-cp", os.pathsep.join(jars), "org.limbeck.bench.Images"]


def command(system, work, variant, options, starts):
    batch = options.score_batch if work.startswith("score-") else options.batch
    line = starts["limbeck" if system == "limbeck" else "python"] + [work]
    if system == "pytorch":
        line += ["--variant", variant]
    line += ["--threads", str(options.threads), "--batch", str(batch)]
    line += ["--rounds", "1", "--seconds", str(options.seconds)]
    return line + (["--data-dir", str(options.data_dir.resolve())] if options.data_dir else [])


def run(line, timeout):
    """The JSON object that a process prints last, or {"error": why there is none}."""
    surroundings = {"OPENBLAS_NUM_THREADS": "1", "TORCHINDUCTOR_CACHE_DIR": str(TARGET / "inductor")}
    if "org.limbeck.bench.Images" in line:
        # What ./limbeck sets too.
        surroundings |= {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "1073741824"}
    with tempfile.TemporaryFile("w+") as errors:
        # A session of its own, so that a compiler's worker processes end with it.
        process = subprocess.Popen(
            line,
            cwd=ROOT,
            env=os.environ | surroundings,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
        try:
            out, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            return {"error": f"no result within {timeout} s"}
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        objects = [text for text in out.splitlines() if text.startswith("{")]
        if process.returncode == 0 and objects:
            return json.loads(objects[-1])
        errors.seek(0)
        last = errors.read().strip().splitlines()[-1:] or ["no message"]
        return {"error": f"exit code {process.returncode}: {last[0][:300]}"}


def comparable(old, new):
    """Refuses to put measurements of two machines, or of two settings, on one page."""
    for part in ("machine", "settings"):
        for key, value in new[part].items():
            if old[part].get(key) != value:
                sys.exit(f"the raw file has {key} {old[part].get(key)}, and now it is {value}; give another --raw")


def measure(options):
    """Appends what is missing of the chosen groups to the raw file, round by round."""
    records = read(options.raw) if options.raw.exists() else []
    now = header(options)
    for old in records:
        if old["kind"] == "header":
            comparable(old, now)
    measured = [r for r in records if r["kind"] == "measurement"]
    done = {key(r) + (r["round"],) for r in measured if "error" not in r["result"]}
    first = {key(r): r["result"].get("images_per_second") or 0 for r in measured if r["round"] == 0}
    failed = set() if options.again else {key(r) for r in measured if "error" in r["result"]}
    starts = {
        "python": [environment(options), str(HERE / "pytorch" / "images.py")],
        "limbeck": class_path(),
    }
    commit = output("git", "describe", "--always", "--dirty")
    options.raw.parent.mkdir(parents=True, exist_ok=True)
    cut = options.raw.exists() and not options.raw.read_text().endswith("\n")
    with open(options.raw, "a") as file:
        file.write("\n" if cut else "")  # a line that was cut short must not swallow the next
        append(file, now)
        for group in options.works:
            for number in range(options.rounds):
                for place in GROUPS[group]:
                    if place in failed or place + (number,) in done or (number and slow(place, first)):
                        continue
                    print(f"round {number + 1}: {' '.join(place)}", file=sys.stderr)
                    result = run(command(*place, options, starts), options.timeout)
                    if "error" in result:
                        print(f"  {result['error']}", file=sys.stderr)
                        failed.add(place)
                    system, work, variant = place
                    names = {"system": system, "work": work, "variant": variant, "round": number}
                    when = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
                    record = {"kind": "measurement", **names, "when": when, "commit": commit, "result": result}
                    if number == 0:
                        first[place] = result.get("images_per_second") or 0
                    append(file, record)


def slow(place, first):
    """Whether a PyTorch variant need not be measured again: not eager, and two were clearly faster in the first round."""
    system, work, variant = place
    if system != "pytorch" or variant == "eager" or place not in first:
        return False
    faster = [v for p, v in first.items() if p[:2] == (system, work) and v > 1.1 * first[place]]
    return len(faster) >= 2


def append(file, record):
    file.write(json.dumps(record) + "\n")
    file.flush()


def read(path):
    """Records of a raw file; a last line that was cut short is passed over."""
    records = []
    for line in path.read_text().splitlines():
        try:
            records.append(json.loads(line))
        except json.JSONDecodeError:
            print(f"passed over a line of {path} that is no JSON", file=sys.stderr)
    return records


def key(record):
    return record.get("system"), record.get("work"), record.get("variant")


# --- Reporting ---


class Results:
    """The measurements by system, work and variant, then by round."""

    def __init__(self, records):
        self.headers = [r for r in records if r["kind"] == "header"]
        self.measured = [r for r in records if r["kind"] == "measurement"]
        self.rounds, self.errors = {}, {}
        for record in self.measured:
            if "error" in record["result"]:
                self.errors[key(record)] = record["result"]["error"]
            else:
                self.rounds.setdefault(key(record), {})[record["round"]] = record["result"]
                self.errors.pop(key(record), None)

    def values(self, place, name="images_per_second"):
        """The value of every round that has it."""
        found = self.rounds.get(place, {})
        return {number: r[name] for number, r in found.items() if r.get(name) is not None}

    def limbeck(self, work, name="images_per_second"):
        return self.values(("limbeck", work, ""), name)

    def pytorch(self, work, variant, name="images_per_second"):
        return self.values(("pytorch", work, variant), name)

    def best(self, work):
        """PyTorch's variant with the highest median; None if there is none."""
        medians = {v: statistics.median(r.values()) for v in VARIANTS if (r := self.pytorch(work, v))}
        return max(medians, key=medians.get, default=None)

    def one_by_one(self):
        """Seconds that the runs of the grid take in PyTorch's best form of each, and the two variants."""
        place = ("limbeck", "grid-resnet20-resnet8", "")
        teacher, student = self.best("step-resnet20"), self.best("distill-resnet20-resnet8")
        counts = next(iter(self.rounds.get(place, {}).values()), {})
        names = ("teachers", "teacher_images", "students", "student_images")
        if not teacher or not student or any(counts.get(name) is None for name in names):
            return {}, teacher, student
        step = self.pytorch("step-resnet20", teacher)
        distil = self.pytorch("distill-resnet20-resnet8", student)
        teachers = counts["teachers"] * counts["teacher_images"]
        students = counts["students"] * counts["student_images"]
        sums = {n: teachers / step[n] + students / distil[n] for n in step.keys() & distil.keys()}
        return sums, teacher, student


def ratio(over, under):
    """The ratio of two medians, the least and greatest ratio of a round, and the rounds; None if one is missing."""
    if not over or not under:
        return None
    both = sorted(over.keys() & under.keys())
    turns = [over[n] / under[n] for n in both]
    median = statistics.median(over.values()) / statistics.median(under.values())
    return median, min(turns, default=median), max(turns, default=median), min(len(over), len(under))


def verdict(value, sign, target):
    missed = target - value if sign == "≥" else value - target
    return "**reached**" if missed <= 0 else f"missed by {missed:.3f}"


def row(work, against, measured, sign, target, remark=""):
    """A line of the table of targets."""
    aim = f"{sign} {target} x"
    if not measured:
        return f"| {work} | {against} | {aim} | not measured | | | {remark} |"
    value, low, high, rounds = measured
    judged = verdict(value, sign, target)
    if rounds < ENOUGH:
        judged += f" (only {rounds} of {ENOUGH} rounds)"
    return f"| {work} | {against} | {aim} | {value:.3f} x | {low:.3f} to {high:.3f} | {judged} | {remark} |"


def targets(results):
    yield "| work | against | target | measured | round by round | | remarks |"
    yield "|---|---|---|---|---|---|---|"
    loop, best = "distill-resnet56-resnet32", results.best("distill-resnet56-resnet32")
    name = "speed of distilling ResNet-56 to ResNet-32 inside a study (6 students, the first fills the cache)"
    against = "PyTorch eager fp32, teacher in the loop, default layout"
    yield distilled(results, name, against, results.pytorch(loop, "eager"), 2.5, "")
    against = "PyTorch's best, teacher in the loop"
    yield distilled(results, "the same", against, results.pytorch(loop, best), 1.3, f"{named(best)}; ")
    for work, title in (("step-resnet32", "ResNet-32"), ("step-resnet8", "ResNet-8")):
        best = results.best(work)
        measured = ratio(results.limbeck(work), results.pytorch(work, best))
        yield row(f"speed of a plain training step, {title}", "PyTorch's best", measured, "≥", 1.0, named(best))
    measured = ratio(
        results.limbeck("score-resnet56"), results.values(("onnxruntime", "score-resnet56-ort", "fp32"))
    )
    name = "speed of teacher scoring, ResNet-56 (bf16 weights, batch norms folded, channels last)"
    yield row(name, "ONNX Runtime fp32, same threads", measured, "≥", 1.4, exactness(results))
    measured = ratio(results.limbeck("standard-resnet8"), results.limbeck("robust-resnet8"))
    yield row("time of a robust(0.5) run, ResNet-8", "a standard run, Limbeck", measured, "≤", 1.02)
    measured = ratio(results.limbeck("step-resnet8-constant"), results.limbeck("step-resnet8"))
    name = "time of a training step of ResNet-8, batches assembled"
    yield row(name, "the same on a constant batch, Limbeck", measured, "≤", 1.03)
    sums, teacher, student = results.one_by_one()
    measured = ratio(results.limbeck("grid-resnet20-resnet8", "seconds_per_grid"), sums)
    remark = f"teachers {teacher}, students {student}" if sums else ""
    against = "its 12 runs one by one in PyTorch's best, teacher in the loop"
    name = "time of a 3 x 3 grid, 1 seed, ResNet-20 to ResNet-8, CIFAR-10-LT"
    yield row(name, against, measured, "≤", 0.6, remark)
    best, peak = results.best("step-resnet32"), "peak_rss_mib"
    measured = ratio(results.limbeck("step-resnet32", peak), results.pytorch("step-resnet32", best, peak))
    name = "peak resident memory, ResNet-32"
    yield row(name, "PyTorch's best loop", measured, "≤", 0.8, memory(results, best))


def distilled(results, name, against, theirs, target, remark):
    """The training of a study's students, as PyTorch's loop is training alone; beside it the whole study."""
    training = results.limbeck("distill-resnet32", MEASURES["distill-resnet32"])
    whole = ratio(results.limbeck("distill-resnet32"), theirs)
    if whole and not training:
        return row(name, against, whole, "≥", target, remark + "with the evaluation at the end of each run")
    if whole:
        remark += f"with the evaluation at the end of each run of two epochs, which the loop has not: {whole[0]:.3f} x"
    return row(name, against, ratio(training, theirs), "≥", target, remark)


def named(best):
    return best or ""


def exactness(results):
    """How far the fast scores are from the exact ones; Limbeck reports it with the measurement."""
    place = ("limbeck", "score-resnet56", "")
    difference = max(results.values(place, "worst_logit_difference").values(), default=None)
    changed = max(results.values(place, "changed_predictions").values(), default=None)
    of = max(results.values(place, "compared_images").values(), default=None)
    worst = "not measured" if difference is None else f"{difference:.4g}"
    count = "not measured" if changed is None else str(changed) + (f" of {of}" if of is not None else "")
    return f"worst logit difference: {worst}; changed predictions: {count}"


def memory(results, best):
    """The best loop, and what of its memory is PyTorch's import; a CUDA build takes more than a CPU build."""
    found = results.rounds.get(("pytorch", "step-resnet32", best), {})
    if not found:
        return ""
    base = statistics.median(r["import_rss_mib"] for r in found.values())
    build = " of a CUDA build" if any("+cu" in r["torch"] for r in found.values()) else ""
    return f"{best}; its import{build} alone takes {base:.0f} MiB"


def variants(results):
    yield "| work | system | images per second | least and greatest | Limbeck against it | peak MiB |"
    yield "|---|---|---|---|---|---|"
    rows = [place for group in GROUPS.values() for place in group if place[0] != "limbeck"]
    for system, work, variant in rows:
        place, title = (system, work, variant), f"{TITLES[system]} {variant}"
        speeds = results.values(place)
        if not speeds:
            why = f"failed: {clean(results.errors[place])}" if place in results.errors else "not measured"
            yield f"| `{work}` | {title} | {why} | | | |"
            continue
        counterpart = COUNTERPART.get(work, "")
        mine = results.limbeck(counterpart, MEASURES.get(counterpart, "")) or results.limbeck(counterpart)
        ours = ratio(mine, speeds)
        times = f"{ours[0]:.3f} x" if ours else ""
        peak = middle(results.values(place, "peak_rss_mib"), 0)
        mark = " **(PyTorch's best)**" if system == "pytorch" and variant == results.best(work) else ""
        yield f"| `{work}` | {title}{mark} | {middle(speeds)} | {spread(speeds)} | {times} | {peak} |"


def medians(results):
    yield "| system | work | variant | rounds | median | unit | least and greatest | spread | peak MiB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for system, work, variant in [place for group in GROUPS.values() for place in group]:
        place = (system, work, variant)
        name = MEASURES.get(work, "images_per_second")
        if not results.values(place, name):
            name = "images_per_second"
        values = results.values(place, name)
        title = f"| {TITLES[system]} | `{work}` | {variant} "
        if not values:
            why = f"failed: {clean(results.errors[place])}" if place in results.errors else "not measured"
            yield f"{title}| 0 | {why} | | | | |"
            continue
        unit = name.replace("_", " ")
        percent = 100 * (max(values.values()) - min(values.values())) / statistics.median(values.values())
        peak = middle(results.values(place, "peak_rss_mib"), 0)
        yield f"{title}| {len(values)} | {middle(values)} | {unit} | {spread(values)} | {percent:.1f} % | {peak} |"


def middle(values, digits=1):
    return f"{statistics.median(values.values()):.{digits}f}" if values else ""


def spread(values):
    return f"{min(values.values()):.1f} to {max(values.values()):.1f}"


def clean(error):
    """An error as a cell of a table: one line, and no paths of the machine."""
    line = re.sub(r"(?<![\w.])/[^\s'\"]+", "(path)", error.splitlines()[0])
    return line.replace("|", "/")[:120]


def surroundings(results):
    machine, settings = results.headers[0]["machine"], results.headers[0]["settings"]
    days = sorted({r["when"][:10] for r in results.measured})
    commits = list(dict.fromkeys(r["commit"] for r in results.measured))
    found = {}
    for head in results.headers:
        for title, version in head["versions"].items():
            found.setdefault(title, set()).add(version)
    for record in results.measured:
        for name, title in (("torch", "PyTorch"), ("onnxruntime", "ONNX Runtime")):
            # Limbeck's own LibTorch is another version, and named from the pom.
            if record["system"] != "limbeck" and name in record["result"]:
                found.setdefault(title, set()).add(record["result"][name])
    yield "| | |"
    yield "|---|---|"
    yield f"| processor | {machine['cpu']}, {machine['architecture']}, {' '.join(machine['instructions'])} |"
    yield f"| cores | {machine['cores']}; {settings['threads']} threads for every system |"
    yield f"| memory | {machine['memory_gib']} GiB |"
    yield f"| system | {machine['system']} |"
    yield f"| load before the start | {', '.join(str(h['load']) for h in results.headers)} |"
    yield f"| Limbeck | {', '.join(commits)} |"
    for title, versions in sorted(found.items()):
        yield f"| {title} | {', '.join(sorted(versions))} |"
    yield f"| measured | {days[0]}" + (f" to {days[-1]}" if len(days) > 1 else "") + " (UTC) |"
    yield (
        f"| batches | {settings['batch']} images of 3 x 32 x 32, {settings['score_batch']} for scoring; "
        f"data: {settings['data']} |"
    )
    yield f"| rounds | {settings['seconds']:g} s each, after a warm-up, each in a new process |"


def roofline(results):
    share = ratio(results.limbeck("step-resnet32"), results.limbeck("convolution-resnet32"))
    if not share:
        return "How near the training step of ResNet-32 is to its convolutions alone: not measured."
    return (
        f"If nothing but its convolutions ran, ResNet-32 would train on "
        f"{middle(results.limbeck('convolution-resnet32'))} images per second; "
        f"Limbeck's whole step reaches {100 * share[0]:.1f} % of that."
    )


def notes(path):
    """What was written by hand into the page; it stays."""
    text = path.read_text() if path.exists() else ""
    if BEGIN not in text and END not in text:
        return "\n"
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(END) < text.index(BEGIN):
        sys.exit(f"{path} should have one {BEGIN} and, after it, one {END}; nothing was written")
    return text.split(BEGIN)[1].split(END)[0]


def page(results, kept):
    yield "# Speed and memory on images"
    yield ""
    yield "Written by `bench/images.py`; change only what is between the markers of the notes."
    yield "`bench/pytorch/README.md` says what is counted."
    yield ""
    yield "## Targets"
    yield ""
    yield "Ratios are Limbeck's median over the other's. Speeds are to be large, times and memory small."
    yield "\"Round by round\" gives the least and the greatest ratio of a single round; PyTorch's best is the"
    yield "variant with the highest median of those below."
    yield ""
    yield from targets(results)
    yield ""
    yield roofline(results)
    yield ""
    yield BEGIN + kept + END
    yield ""
    yield "## Machine and versions"
    yield ""
    yield from surroundings(results)
    yield ""
    yield "## PyTorch's variants"
    yield ""
    yield from variants(results)
    yield ""
    yield "## Raw medians"
    yield ""
    yield "The spread is the difference between the greatest and the least round, in % of the median."
    yield ""
    yield from medians(results)


def report(options):
    records = read(options.raw) if options.raw.exists() else []
    results = Results(records)
    if not results.headers or not results.measured:
        sys.exit(f"there are no measurements in {options.raw}")
    text = "\n".join(page(results, notes(options.page))) + "\n"
    options.page.parent.mkdir(parents=True, exist_ok=True)
    options.page.write_text(text)
    print(f"wrote {options.page}", file=sys.stderr)


def groups(text):
    names = text.split(",")
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)} not among {', '.join(GROUPS)}")
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--works", type=groups, default=list(GROUPS), help=f"any of {','.join(GROUPS)}")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--score-batch", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=ENOUGH)
    parser.add_argument("--seconds", type=float, default=20, help="of every round")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds for one process, compiling included")
    parser.add_argument("--data-dir", type=Path, help="CIFAR-10; random bytes without")
    parser.add_argument("--raw", type=Path, default=TARGET / "images.jsonl", help="JSON lines, appended to")
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "results" / "performance.md")
    parser.add_argument("--python", help="a Python that has bench/pytorch/requirements.txt, instead of .venv")
    parser.add_argument("--again", action="store_true", help="try again what failed in an earlier start")
    parser.add_argument("--report-only", action="store_true", help="write the page from the raw file")
    options = parser.parse_args()
    if not options.report_only:
        measure(options)
    report(options)


if __name__ == "__main__":
    main()
