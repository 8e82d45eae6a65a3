import { type BuildOptions, build } from 'esbuild'

/** A file and all that it imports as one script that can stand in a page. */
export async function browserScript(
  file: string,
  options: Pick<BuildOptions, 'define' | 'tsconfig'> = {},
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    ...options,
  })
  // A script element ends at the first "</script", wherever it stands.
  return (outputFiles[0]?.text ?? '')
    .replace(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '<\\!--')
}
