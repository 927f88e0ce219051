'use client'

// inside the frame: the way on is at hand
export { default } from '@/app/error'
