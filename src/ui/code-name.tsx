/** The name of an error or parameter, which may be broken between its words where it is too long for a line. */
export function CodeName({ name }: { readonly name: string }) {
  return (
    <code>
      {name.split("_").map((word, index) => (
        <>
          {index > 0 && (
            <>
              _<wbr />
            </>
          )}
          {word}
        </>
      ))}
    </code>
  );
}
