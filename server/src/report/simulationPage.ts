/**
 * The fixed parts of the simulation's page. The page names their digests in its content security policy, so that
 * nothing else can run or style; a test holds the digests to the texts.
 */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #656d76; --line: #d0d7de; --paper: #ffffff;
  --expire: #cf222e; --archive: #9a6700; --keep: #1a7f37; --unknown: #8250df; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #8d96a0; --line: #3d444d; --paper: #0d1117;
  --expire: #ff7b72; --archive: #d29922; --keep: #3fb950; --unknown: #d2a8ff; } }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
canvas { width: 100%; display: block; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--dim); font-weight: 600; }
td { overflow-wrap: anywhere; } td.narrow { white-space: nowrap; }
meter { width: 8rem; }
.expire { color: var(--expire); } .archive { color: var(--archive); } .keep { color: var(--keep); }
.unknown { color: var(--unknown); } .dim { color: var(--dim); }
`;

/** Draws a lane for each rule, with a dot for each image by age: the oldest at the left. */
export const PAGE_SCRIPT = `
'use strict';
const { lanes, points } = JSON.parse(document.getElementById('data').textContent);
const canvas = document.querySelector('canvas');
const lane = 44, left = 80, right = 16, foot = 26;
const oldest = points.reduce((most, point) => Math.max(most, point[1]), 1);
const ticks = [0, 1, 7, 30, 90, 365, 1825].filter((days) => days < oldest);
function draw() {
  const width = canvas.clientWidth, height = lanes.length * lane + foot, ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.height = height + 'px';
  const pen = canvas.getContext('2d'), style = getComputedStyle(document.documentElement);
  const ink = (name) => style.getPropertyValue('--' + name);
  const across = (days) => left + (width - left - right) * (1 - Math.log1p(Math.max(0, days)) / Math.log1p(oldest));
  pen.scale(ratio, ratio);
  pen.font = '12px system-ui, sans-serif';
  pen.textBaseline = 'middle';
  for (const days of ticks) {
    pen.fillStyle = ink('line');
    pen.fillRect(across(days), 0, 1, height - foot);
    pen.fillStyle = ink('dim');
    pen.textAlign = days === 0 ? 'right' : 'center';
    pen.fillText(days === 0 ? 'now' : days + ' d', across(days), height - foot / 2);
  }
  pen.textAlign = 'left';
  lanes.forEach(({ name, days }, index) => {
    pen.fillStyle = ink('line');
    pen.fillRect(0, (index + 1) * lane, width, 1);
    pen.fillStyle = ink('ink');
    pen.fillText(name, 0, (index + .5) * lane);
    if (days === null || days > oldest) return;
    pen.fillStyle = ink('expire');
    pen.fillRect(across(days) - 1, index * lane + 4, 2, lane - 8);
  });
  points.forEach(([index, days, verdict], number) => {
    pen.fillStyle = ink(verdict);
    pen.beginPath();
    pen.arc(across(days), (index + .25 + (number * 7 % 11) / 20) * lane, 3.5, 0, 7);
    pen.fill();
  });
}
draw();
addEventListener('resize', draw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
`;

/** SHA-256 of the texts above, in base64. */
export const PAGE_DIGESTS = {
  style: 'Wgt+kfAVVr314CWlmv83pj7TESQf+FJvKs//v265878=',
  script: 'PfP0nnNPkrFBsHm25fEwYPg/fr0IhOI8mP1RZ5rZdMM=',
} as const;
