/** Pictures that people give: of themselves, or of an application. */
export const picture = {
  file: "Picture",
  help: (size: string, side: string) =>
    `PNG, JPG or GIF, at most ${size} and ${side} by ${side} pixels. We keep the picture only, without places, devices or comments in it.`,
  problems: {
    missing: "Please choose a picture.",
    not_a_picture: "This is no PNG, JPG or GIF.",
    damaged: "This picture is damaged. Save it anew with a picture program and try again.",
    too_long: "This picture takes too long to show. Please choose a shorter animation or a smaller picture.",
    too_many_pixels: (side: string) => `This picture is wider or higher than ${side} pixels.`,
  },
};
