import type { RenderTool } from '../manifest/rendered.ts'

/** One release of a renderer and where its archives are. */
export interface Release {
  readonly version: string
  /** What a mirror stands in for. */
  readonly origin: string
  /** The archive's path below it. */
  readonly archive: (version: string, platform: string) => string
  /** The binary's path in the archive. */
  readonly binary: (platform: string) => string
  /**
   * SHA-256 of the archive by `os-arch`, as GOOS and GOARCH name them. Each was found alike in two independent
   * places: Argo CD's list of installers (hack/installers/checksums) and pins of other public build files.
   * A platform without one is not downloaded unless the configuration gives the checksum.
   */
  readonly sha256: Readonly<Record<string, string>>
}

export const releases: Readonly<Record<RenderTool, Release>> = {
  kustomize: {
    version: '5.8.1',
    origin: 'https://github.com/kubernetes-sigs/kustomize/releases/download',
    archive: (version, platform) =>
      `kustomize/v${version}/kustomize_v${version}_${platform.replace('-', '_')}.tar.gz`,
    binary: () => 'kustomize',
    sha256: {
      'linux-amd64': '029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d',
      'linux-arm64': '0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142',
      'darwin-amd64': 'ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8',
      'darwin-arm64': '8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288'
    }
  },
  helm: {
    version: '3.19.4',
    origin: 'https://get.helm.sh',
    archive: (version, platform) => `helm-v${version}-${platform}.tar.gz`,
    binary: platform => `${platform}/helm`,
    sha256: {
      'linux-amd64': '759c656fbd9c11e6a47784ecbeac6ad1eb16a9e76d202e51163ab78504848862',
      'linux-arm64': '9e1064f5de43745bdedbff2722a1674d0397bc4b4d8d8196d52a2b730909fe62',
      'darwin-amd64': 'd9c9b1fc499c54282c4127c60cdd506da2c6202506b708a2b45fb6dfdb318f43',
      'darwin-arm64': '7e82ca63fe80a298cecefad61d0c10bc47963ff3551e94ab6470be6393a6a74b'
    }
  }
}

/** Majors whose output and flags this room knows: `kustomize build`, `helm template`. */
export const knownMajors: Readonly<Record<RenderTool, readonly number[]>> = {
  kustomize: [5],
  helm: [3, 4]
}
