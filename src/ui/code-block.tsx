/** Lines to be copied; scrolls by itself, also by keyboard. */
export function CodeBlock({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}
