// The inputs of the simulator's view, and how to find it in the editor's page.
const rule = (priority, selection) => `      {
        rulePriority = ${priority}
        selection = {
${selection.map((line) => `          ${line}\n`).join('')}        }
        action = { type = "expire" }
      },
`;

/** A policy of four rules; the third can never act. */
export const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"

  policy = jsonencode({
    rules = [
${rule(1, ['tagStatus = "tagged"', 'tagPatternList = ["v*"]', 'countType = "imageCountMoreThan"', 'countNumber = 1'])}${rule(2, ['tagStatus = "tagged"', 'tagPatternList = ["sha-*"]', 'countType = "sinceImagePushed"', 'countUnit = "days"', 'countNumber = 14'])}${rule(3, ['tagStatus = "tagged"', 'tagPatternList = ["v1.*"]', 'countType = "sinceImagePushed"', 'countUnit = "days"', 'countNumber = 30'])}${rule(4, ['tagStatus = "untagged"', 'countType = "sinceImagePushed"', 'countUnit = "days"', 'countNumber = 7'])}    ]
  })
}
`;

const DAY = 86_400_000;

/** An image as `aws ecr describe-images` prints it. */
function image(number, tag, days, size) {
  return {
    repositoryName: 'team/app',
    imageDigest: `sha256:${(number * 2_654_435_761).toString(16).repeat(8).slice(0, 64).padEnd(64, '0')}`,
    ...(tag === null ? {} : { imageTags: [tag] }),
    imageSizeInBytes: size,
    imagePushedAt: new Date(Date.now() - days * DAY).toISOString(),
  };
}

/** Six images: two expire at once, one within a fortnight, one within a week, two never. */
export const IMAGES = JSON.stringify({
  imageDetails: [
    image(1, 'v1', 40, 4e7),
    image(2, 'v2', 10, 5e7),
    image(3, 'sha-old', 30, 9e7),
    image(4, 'sha-new', 10, 8e7),
    image(5, null, 3, 2e7),
    image(6, 'latest', 50, 3e7),
  ],
});

/** A few hundred images of half a year, the same each time except for the day of the run. */
export function busyRepository() {
  let state = 7;
  const random = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const imageDetails = Array.from({ length: 420 }, (_, index) => {
    const kind = random();
    const sha = `sha-${Math.floor(random() * 2 ** 28)
      .toString(16)
      .padStart(7, '0')}`;
    const tag = kind < 0.12 ? `v1.${index}` : kind < 0.75 ? sha : kind < 0.95 ? null : `branch-${index}`;
    return image(index + 1, tag, random() * random() * 180, Math.round(4e7 + random() * 2e8));
  });
  return JSON.stringify({ imageDetails });
}

/** The frame of the view in the editor's page, once it shows a policy. */
export async function viewIn(page, patience) {
  const deadline = Date.now() + patience;
  for (;;) {
    for (const frame of page.frames()) {
      const isView = await frame
        .locator('main header h1')
        .count()
        .catch(() => 0);
      if (
        isView > 0 &&
        (await frame
          .locator('.frame')
          .isVisible()
          .catch(() => false))
      )
        return frame;
    }
    if (Date.now() > deadline) throw new Error("the simulator's view did not appear");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
