// Draws one picture for each line of JSON on standard input; each PNG goes out after its length.
const { createCanvas } = require("@napi-rs/canvas");
const { Chart, registerables } = require("chart.js");
Chart.register(...registerables);
Chart.defaults.animation = false;
Chart.defaults.font.size = 40;
Chart.defaults.color = "#f2f3f5";

function chart(width, height, type, title, labels, datasets, more) {
  const part = createCanvas(width, height);
  new Chart(part, {
    type,
    data: { labels, datasets },
    options: {
      responsive: false,
      devicePixelRatio: 1,
      plugins: { legend: { display: false }, title: { display: true, text: title.split("\n") } },
      ...more,
    },
  });
  return part;
}

function picture({ heads, curve, fall, interest }) {
  const page = createCanvas(1200, 900);
  const pen = page.getContext("2d");
  pen.fillStyle = "#1b1d22";
  pen.fillRect(0, 0, 1200, 900);
  const line = (at, color, fill) => ({
    data: curve.map((row) => ({ x: row[0], y: row[at] })), borderColor: color, fill,
    backgroundColor: "#21303d", borderWidth: at === 2 ? 10 : 3, pointRadius: 0,
  });
  const datasets = [line(1, "#56b4e9", false), line(3, "#56b4e9", "-1"), line(2, "#e69f00", false)];
  const scales = { x: { type: "linear" } };
  pen.drawImage(chart(1200, 450, "line", heads[0], undefined, datasets, { scales }), 0, 0);
  const range = [{ data: [[fall[0], fall[2]]], backgroundColor: "#21303d", borderColor: "#56b4e9" }];
  const sideways = { indexAxis: "y" };
  pen.drawImage(chart(600, 450, "bar", heads[1], [""], range, sideways), 0, 450);
  const bars = [
    { data: interest.map((row) => row[2]), backgroundColor: "#e69f00" },
    { data: interest.map((row) => [row[1], row[3]]), backgroundColor: "#21303d", borderWidth: 3 },
  ];
  const names = interest.map((row) => row[0]);
  pen.drawImage(chart(600, 450, "bar", heads[2], names, bars, {}), 600, 450);
  return page.toBuffer("image/png");
}

process.stdout.write("ready");
require("readline").createInterface({ input: process.stdin }).on("line", (text) => {
  const png = picture(JSON.parse(text));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(png.length);
  process.stdout.write(Buffer.concat([size, png]));
});
