/** A name of programs in capitals or small letters, which breaks after its underscores where it has to. */
export function ProgramName({ name }: { readonly name: string }) {
  const parts = name.split("_");
  return (
    <code dir="ltr">
      {parts.map((part, index) => (
        <>
          {index > 0 && (
            <>
              _<wbr />
            </>
          )}
          {part}
        </>
      ))}
    </code>
  );
}
