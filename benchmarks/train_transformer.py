"""Fine-tune the transformer of the accurate engine, on a machine with an accelerator or without.

    python benchmarks/train_transformer.py EXAMPLES BASE FOLDER --leave fold:0

EXAMPLES is what `benchmarks.transformer_examples` wrote, BASE the folder with `config.json` and
weights of MiniLM, as they are in one `.safetensors` file or cut in several. `--leave` says what is
kept out: `fold:N`, `set:NAME`, or nothing, for the model that ships. FOLDER gets `roles.onnx`, with
weights of eight bits, and `read.npz`: what the float model reads of the names that were kept out
(float16, log-probabilities).

It stands alone, without Dateline, and needs torch 2.11, transformers 5.17, onnx and onnxruntime.
Ten runs beside one another took five minutes on one accelerator; without one it was not tried.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import onnx.numpy_helper
import onnxruntime
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn.functional import gelu, log_softmax, pad
from transformers import BertConfig, BertModel

ROLES: Final = 8
EPOCHS: Final = 5
BATCH: Final = 32  # windows
BODY_RATE, HEAD_RATE, WARM, DECAY = 8e-5, 1e-3, 0.1, 0.01
DROPOUT: Final = 0.1
SEED: Final = 0
NEVER: Final = -1e9
EIGHT_BITS_FROM: Final = 10_000  # numbers in a matrix


class Examples:
    """The arrays of `benchmarks.transformer_examples`.

    Attributes:
        windows: Numbers of the word pieces of each window.
        window, first, end: For each name its window and its half-open pieces there.
        allowed: Roles that its label leaves open, bool, shape (names, 8).
        weight: How much it counts; 0 for a name that only stands beside a marked one.
        fold, name: Its fold, and the set it is of.
    """

    def __init__(self, path: Path) -> None:
        held = np.load(path)
        self.windows = np.split(held["ids"].astype(np.int64), np.cumsum(held["lengths"])[:-1])
        rows = held["rows"]
        self.window, self.first, self.end = rows[:, :3].astype(np.int64).T
        self.allowed = (rows[:, 3].astype(int)[:, None] >> np.arange(ROLES)) & 1 > 0
        self.weight = rows[:, 4]
        self.fold = rows[:, 5].astype(int)
        self.name = held["names"][rows[:, 6].astype(int)]

    def left_out(self, leave: str) -> np.ndarray:
        """Which names are kept out of training, bool."""
        what, _, value = leave.partition(":")
        if what == "fold":
            return np.asarray(self.fold == int(value))
        return np.asarray(self.name == value) if what == "set" else np.zeros(len(self.fold), bool)


class Reader(nn.Module):
    """MiniLM and a head over the mean, the first and the last piece of each name."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        told = json.loads((base / "config.json").read_text("utf-8"))
        told |= {"hidden_dropout_prob": DROPOUT, "attention_probs_dropout_prob": DROPOUT}
        self.bert = BertModel(BertConfig(**told), add_pooling_layer=False)
        weights = {k: v for path in base.glob("*.safetensors") for k, v in load_file(path).items()}
        weights = {k: v.float() for k, v in weights.items() if not k.startswith("pooler")}
        missing = self.bert.load_state_dict(weights, strict=False).missing_keys
        if missing:
            raise SystemExit(f"{base} lacks {missing}")
        width = self.bert.config.hidden_size
        self.middle, self.role = nn.Linear(3 * width, width), nn.Linear(width, ROLES)
        self.drop = nn.Dropout(DROPOUT)

    def forward(
        self,
        ids: torch.Tensor,
        firsts: torch.Tensor,
        ends: torch.Tensor,
        rows: torch.Tensor | None = None,
        mask: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """Log-probability of each role, shape (names, 8); without `rows`, of one window."""
        rows = torch.zeros_like(firsts) if rows is None else rows
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        sums = pad(torch.cumsum(states.float(), 1), (0, 0, 1, 0))
        mean = (sums[rows, ends] - sums[rows, firsts]) / (ends - firsts).unsqueeze(1)
        name = torch.cat([mean.to(states.dtype), states[rows, firsts], states[rows, ends - 1]], -1)
        hidden = gelu(self.middle(self.drop(name)))
        return log_softmax(self.role(self.drop(hidden)).float(), -1)


class Batches:
    """Windows of like length, padded, on the accelerator."""

    def __init__(self, examples: Examples, used: np.ndarray, device: str) -> None:
        self.examples, self.device = examples, device
        order = np.argsort(examples.window, kind="stable")
        order = order[used[order]]
        self.windows, starts = np.unique(examples.window[order], return_index=True)
        self.names = dict(zip(self.windows.tolist(), np.split(order, starts[1:]), strict=True))

    def __len__(self) -> int:
        return -(-len(self.windows) // BATCH)

    def shuffled(self, chance: random.Random) -> Iterator[list[int]]:
        windows = self.windows.tolist()
        chance.shuffle(windows)
        groups = [windows[at : at + 20 * BATCH] for at in range(0, len(windows), 20 * BATCH)]
        batches = [part for group in groups for part in self._alike(group)]
        chance.shuffle(batches)
        yield from batches

    def ordered(self) -> Iterator[list[int]]:
        yield from self._alike(self.windows.tolist())

    def _alike(self, windows: list[int]) -> list[list[int]]:
        windows = sorted(windows, key=lambda window: len(self.examples.windows[window]))
        return [windows[at : at + BATCH] for at in range(0, len(windows), BATCH)]

    def tensors(self, batch: list[int]) -> tuple[dict[str, torch.Tensor], np.ndarray]:
        """Arguments of `Reader` and the numbers of the names."""
        length = max(len(self.examples.windows[window]) for window in batch)
        ids = np.zeros((len(batch), length), np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(batch):
            own = self.examples.windows[window]
            ids[row, : len(own)], mask[row, : len(own)] = own, 1
        names = [self.names[window] for window in batch]
        rows = np.repeat(np.arange(len(batch)), [len(own) for own in names])
        at = np.concatenate(names)
        arrays = {"ids": ids, "mask": mask, "rows": rows,
                  "firsts": self.examples.first[at], "ends": self.examples.end[at]}  # fmt: skip
        return {name: torch.from_numpy(a).to(self.device) for name, a in arrays.items()}, at


def trained(examples: Examples, out: np.ndarray, base: Path, device: str) -> Reader:
    """The model, from every name that is marked and not left out."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    batches = Batches(examples, ~out, device)
    reader = Reader(base).to(device)
    body = list(reader.bert.parameters())
    head = [*reader.middle.parameters(), *reader.role.parameters()]
    groups: list[Any] = [{"params": body, "lr": BODY_RATE}, {"params": head, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * (len(batches) + 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (WARM * steps)) * max(0.0, (steps - step) / steps)
    )
    allowed = torch.from_numpy(examples.allowed).to(device)
    weight = torch.from_numpy(examples.weight).to(device)
    share = float(examples.weight[~out].sum()) / len(batches)
    for _ in range(EPOCHS):
        reader.train()
        for batch in batches.shuffled(chance):
            tensors, at = batches.tensors(batch)
            with torch.autocast(device, torch.bfloat16):
                chances = reader(**tensors)
            # The summed probability of the roles that a label leaves open, as in the linear model.
            kept = torch.logsumexp(chances.masked_fill(~allowed[at], NEVER), -1)
            loss = -(weight[at] * kept).sum() / share
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return reader.eval()


@torch.no_grad()
def read(reader: Reader, examples: Examples, wanted: np.ndarray, device: str) -> np.ndarray:
    """Log-probabilities of the wanted names, float32, shape (all names, 8), 0 for the others."""
    found = np.zeros((len(wanted), ROLES), np.float32)
    batches = Batches(examples, wanted, device)
    for batch in batches.ordered():
        tensors, at = batches.tensors(batch)
        found[at] = reader(**tensors).cpu().numpy()
    return found


def export(reader: Reader, path: Path) -> None:
    """Write the model for one window, with weights of eight bits."""
    whole = path.with_suffix(".float.onnx")
    ids, firsts = torch.ones(1, 40, dtype=torch.long), torch.tensor([3, 7])
    reader = reader.cpu()
    reader.bert.set_attn_implementation("eager")
    torch.onnx.export(
        reader, (ids, firsts, firsts + 2), str(whole), dynamo=False, opset_version=17,
        input_names=["ids", "firsts", "ends"], output_names=["chances"],
        dynamic_axes={"ids": {1: "pieces"}, "firsts": {0: "names"}, "ends": {0: "names"}},
    )  # fmt: skip
    model = onnx.load(whole)
    for weights in list(model.graph.initializer):
        if len(weights.dims) == 2 and np.prod(weights.dims) > EIGHT_BITS_FROM:
            _in_eight_bits(model.graph, weights)
    onnx.save(model, path)
    whole.unlink()


def _in_eight_bits(graph: Any, weights: Any) -> None:
    """Keep a matrix as bytes with a scale for each column, made floats again where it is used.

    Eight bits for what flows through, too, cost one point on one set, and are not needed for size.
    """
    values = onnx.numpy_helper.to_array(weights)
    scale = np.maximum(np.abs(values).max(0), 1e-12) / 127
    name, whole = weights.name, np.rint(values / scale).astype(np.int8)
    graph.initializer.remove(weights)
    for array, suffix in ((whole, "bytes"), (scale.astype(np.float32), "scale")):
        graph.initializer.append(onnx.numpy_helper.from_array(array, f"{name}.{suffix}"))
    parts = [f"{name}.bytes", f"{name}.scale"]
    graph.node.insert(0, onnx.helper.make_node("DequantizeLinear", parts, [name], axis=1))


def compare(path: Path, examples: Examples, floats: np.ndarray, wanted: np.ndarray) -> None:
    """Print how far eight bits are from floats, and how often each is right."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options)
    batches = Batches(examples, wanted, "cpu")
    eight = floats.copy()
    for window, at in batches.names.items():
        given = {"ids": examples.windows[window][None], "firsts": examples.first[at],
                 "ends": examples.end[at]}  # fmt: skip
        (eight[at],) = session.run(None, given)
    for name in np.unique(examples.name[wanted]):
        of = wanted & (examples.name == name) & (examples.weight > 0)
        if of.any():
            right = [
                examples.allowed[of, chances[of].argmax(1)].mean() for chances in (floats, eight)
            ]
            off = np.abs(np.exp(floats[of]) - np.exp(eight[of])).max(1)
            print(f"  {name:24s} {of.sum():5d} names, right {right[0]:.3f}, with eight bits "
                  f"{right[1]:.3f}; probabilities differ by {off.mean():.3f}")  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("examples", type=Path)
    options.add_argument("base", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("--leave", default="nothing")
    given = options.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    examples = Examples(given.examples)
    out = examples.left_out(given.leave)
    reader = trained(examples, out, given.base, device)
    given.folder.mkdir(parents=True, exist_ok=True)
    if out.any():
        found = read(reader, examples, out, device)
        np.savez_compressed(given.folder / "read.npz", out=out, read=found[out].astype("f2"))
    export(reader, given.folder / "roles.onnx")
    print(f"left out: {given.leave}")
    if out.any():
        compare(given.folder / "roles.onnx", examples, found, out)


if __name__ == "__main__":
    main()
