"""Reads the results in this folder and redraws the main chart as redraw.png.

Needs pandas and matplotlib: python3 redraw.py
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

FOLDER = Path(__file__).resolve().parent
COLOURS = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"]


def leavers_over_time(axes, weekly):
    """Mean of the leavers since the start, and the range of 8 in 10 futures, a line a scenario."""
    rows = weekly[weekly["measure"] == "cumulativeLeavers"]
    for i, (scenario, line) in enumerate(rows.groupby("scenario", sort=False)):
        colour = COLOURS[i % len(COLOURS)]
        axes.fill_between(line["week"], line["p10"], line["p90"], color=colour, alpha=0.2)
        axes.plot(line["week"], line["mean"], color=colour, label=scenario)
    axes.set_xlabel("Weeks since the end of the warm-up")
    axes.set_ylabel("Leavers since the start (people)")
    axes.set_title("Mean, and P10 to P90 over replications")
    axes.legend()


def turnover(axes, replications):
    """Mean turnover of each scenario, and the range of 8 in 10 futures."""
    rows = replications[replications["measure"] == "turnoverRate"]
    groups = rows.groupby("scenario", sort=False)["value"]
    names = list(groups.groups)
    places = range(len(names))
    axes.hlines(places, groups.quantile(0.1)[names], groups.quantile(0.9)[names], color=COLOURS[0], alpha=0.4)
    axes.plot(groups.mean()[names], places, "o", color=COLOURS[0])
    axes.set_yticks(list(places), names)
    axes.invert_yaxis()
    axes.set_xlabel("Turnover (leavers per filled WTE-year)")
    axes.set_title("Mean, and P10 to P90 over replications")


figure, axes = plt.subplots(figsize=(8, 5), layout="constrained")
if (FOLDER / "weekly.csv").exists():
    leavers_over_time(axes, pd.read_csv(FOLDER / "weekly.csv"))
else:
    turnover(axes, pd.read_csv(FOLDER / "replications.csv"))
figure.savefig(FOLDER / "redraw.png", dpi=150)
print("Wrote", FOLDER / "redraw.png")
