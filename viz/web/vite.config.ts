import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/static/app/",
  plugins: [svelte()],
  build: {
    outDir: "../static/app",
    emptyOutDir: true,
    target: "es2022",
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The shell of the page (viz/shell.py) names the files that are needed at once.
    manifest: "parts.json",
    rollupOptions: {
      input: "src/main.ts",
      output: {
        entryFileNames: "page.js",
        chunkFileNames: "part-[name]-[hash].js",
        assetFileNames: (asset) => (asset.names.includes("main.css") ? "page.css" : "part-[name]-[hash][extname]"),
      },
    },
  },
});
