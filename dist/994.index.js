export const id = 994;
export const ids = [994];
export const modules = {

/***/ 50994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingRelevant: () => (/* binding */ nothingRelevant)
/* harmony export */ });
/** The report where no file that could hold a manifest differs: nothing was read, and the engine not loaded. */
function nothingRelevant(base, head, version) {
    return {
        schema: 'meshproof/report/v1',
        versions: { meshproof: version },
        command: 'check',
        sides: { base: side(base), head: side(head) },
        meshes: [],
        verdict: { outcome: 'pass', reasons: [] },
        effects: [],
        unknown: [],
        findings: { introduced: [], resolved: [], remaining: [] },
        unchanged: { proxies: 0, tables: 0, classes: 0, textOnly: [], assumptions: [] },
        coverage: {
            files: { base: 0, head: 0 },
            manifests: { base: 0, head: 0 },
            changed: { files: 0, manifests: 0 },
            byKind: {},
            skipped: []
        },
        assumptions: [],
        plan: { rollout: [], verify: [], watch: [], rollback: [] }
    };
}
function side({ name, commit }) {
    return commit === undefined ? { name } : { name, commit };
}


/***/ })

};
