export * from './analyze/public.js'
export * from './formats/public.js'
export * from './model/public.js'
export * from './remedies/public.js'
