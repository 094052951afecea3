// The slider of days: says the day under the thumb while it is dragged. Letting go loads the account of that day.
document.addEventListener("input", (event) => {
  if (event.target.id !== "step") return;
  const station = document.getElementById("station");
  const day = station.dataset.days.split("|")[Number(event.target.value)];
  station.textContent = day;
  event.target.setAttribute("aria-valuetext", day);
});
