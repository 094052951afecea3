// The slider of days: says the day under the thumb while it is dragged. Letting go loads the account of that day.
// Nothing is evaluated and no style is written into the page: the desk's policy for browsers allows neither.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
document.addEventListener("input", (event) => {
  if (event.target.id !== "step") return;
  const station = document.getElementById("station");
  const day = station.dataset.days.split("|")[Number(event.target.value)];
  station.textContent = day;
  event.target.setAttribute("aria-valuetext", day);
});
