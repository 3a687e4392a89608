/** Lines to be copied; scrolls by itself, also by keyboard. */
export function CodeBlock({ text }: { readonly text: string }) {
  return (
    <pre tabindex={0} dir="ltr">
      <code>{text}</code>
    </pre>
  );
}
