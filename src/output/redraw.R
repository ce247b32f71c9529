# Reads the results in this folder and redraws the main chart as redraw.png.
# Needs R alone: Rscript redraw.R, run in this folder.

colours <- c("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")

# Mean of the leavers since the start, and the range of 8 in 10 futures, a line a scenario.
leavers_over_time <- function(weekly) {
  rows <- weekly[weekly$measure == "cumulativeLeavers", ]
  scenarios <- unique(rows$scenario)
  used <- rep(colours, length.out = length(scenarios))
  plot(range(rows$week), c(0, max(rows$p90, na.rm = TRUE)), type = "n",
       xlab = "Weeks since the end of the warm-up", ylab = "Leavers since the start (people)",
       main = "Mean, and P10 to P90 over replications")
  for (i in seq_along(scenarios)) {
    line <- rows[rows$scenario == scenarios[i] & !is.na(rows$mean), ]
    polygon(c(line$week, rev(line$week)), c(line$p10, rev(line$p90)),
            col = adjustcolor(used[i], 0.2), border = NA)
    lines(line$week, line$mean, col = used[i], lwd = 2)
  }
  legend("topleft", legend = scenarios, col = used, lwd = 2, bty = "n")
}

# Mean turnover of each scenario, and the range of 8 in 10 futures.
turnover <- function(replications) {
  rows <- replications[replications$measure == "turnoverRate" & !is.na(replications$value), ]
  groups <- split(rows$value, factor(rows$scenario, levels = unique(rows$scenario)))
  low <- sapply(groups, quantile, 0.1)
  high <- sapply(groups, quantile, 0.9)
  places <- rev(seq_along(groups))
  par(mar = c(5, 12, 4, 2))
  plot(sapply(groups, mean), places, pch = 19, col = colours[1], xlim = range(low, high), yaxt = "n",
       xlab = "Turnover (leavers per filled WTE-year)", ylab = "",
       main = "Mean, and P10 to P90 over replications")
  segments(low, places, high, places, col = adjustcolor(colours[1], 0.4), lwd = 3)
  axis(2, at = places, labels = names(groups), las = 1)
}

png("redraw.png", width = 1200, height = 750, res = 150)
if (file.exists("weekly.csv")) {
  leavers_over_time(read.csv("weekly.csv"))
} else {
  turnover(read.csv("replications.csv"))
}
invisible(dev.off())
cat("Wrote redraw.png\n")
