// Draws one picture for each line of JSON on standard input; each PNG goes out after its length.
const { createCanvas } = require("@napi-rs/canvas");
const { Chart, registerables } = require("chart.js");
Chart.register(...registerables);
Chart.defaults.animation = false;
Chart.defaults.font.size = 40;
Chart.defaults.color = "#f2f3f5";

const HEIGHT = 150;

function chart([words, before, low, middle, high], marks) {
  const part = createCanvas(1200, HEIGHT);
  const line = (from, to, color, borderWidth, pointRadius) => ({
    data: [{ x: from, y: 0 }, { x: to, y: 0 }], showLine: true, borderColor: color,
    backgroundColor: color, borderWidth, pointRadius,
  });
  const names = Object.entries(marks);
  const ticks = { callback: (_, at) => (names[at] ?? [""])[0] };
  new Chart(part, {
    type: "scatter",
    data: { datasets: [line(before, middle, "#ffb020", 6, 18), line(low, high, "#7f5f22", 32, 0)] },
    options: {
      responsive: false,
      devicePixelRatio: 1,
      scales: { y: { display: false }, x: names.length ? { ticks } : {} },
      plugins: { legend: { display: false }, title: { display: true, text: words } },
    },
  });
  return part;
}

function picture({ title, rows, marks }) {
  const page = createCanvas(1200, 808);
  const pen = page.getContext("2d");
  pen.fillStyle = "#16181d";
  pen.fillRect(0, 0, 1200, 808);
  rows.forEach((row, at) => {
    pen.drawImage(chart(row, at === rows.length - 1 ? marks : {}), 0, 165 + at * HEIGHT);
  });
  const [head, below] = title[0].split("\n");
  [[head, 72, 90], [below, 44, 150], [title[1], 32, 795]].forEach(([words, size, y]) => {
    pen.fillStyle = "#f2f3f5";
    pen.font = `${size}px sans-serif`;
    pen.fillText(words, 48, y);
  });
  return page.toBuffer("image/png");
}

process.stdout.write("ready");
require("readline").createInterface({ input: process.stdin }).on("line", (text) => {
  const png = picture(JSON.parse(text));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(png.length);
  process.stdout.write(Buffer.concat([size, png]));
});
