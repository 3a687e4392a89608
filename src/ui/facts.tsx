import type { Child } from "hono/jsx";

/** What is known of something, name by name; `row` puts them side by side where there is room. */
export function Facts({ children, row }: { readonly children?: Child; readonly row?: boolean }) {
  return <dl class={row ? "facts row" : "facts"}>{children}</dl>;
}

export function Fact({ label, children }: { readonly label: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
