extension ColourMap {
  /// Written by scripts/colour-maps.py: a map a line, its points as place and colour in hexadecimal; after `=` colours
  /// that take equal parts.
  static let table = """
    Accent = 7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666
    Blues 00f7fbff 41c4daee 6399c7e0 8465aad4 a53c8cc3 c31e6db2 e008509b ff08306b
    BrBG 00543005 1a8d520b 33bf812d 4ddfc37e 67f6e9c5 80f4f5f5 9ac4e9e4 b37fccc0 cd33958d e601655d ff003c30
    BuGn 00f7fcfd 22e3f4f8 41caebe5 668fd4c2 8263c0a0 a23fab72 c0228a44 e0006c2c ff00441b
    BuPu 00f7fcfd 25dbe8f2 629db9d9 818c94c5 b38a51a5 c4873a98 df810f7c ff4d004b
    CMRmap 00000000 20262680 404d26bf 619d347c 7ffd4028 81fe4324 a0e68100 bfe6bf19 e0e6e683 ffffffff
    Dark2 = 1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666
    GnBu 00f7fcf0 3cceecc8 43c8eac3 60a7ddb5 8573c8c7 a04db2d3 d21677b3 e00867ab ff084081
    Greens 00f7fcf5 23e2f4dd 46c0e6b9 6994d390 846dc072 a13fa95c c61c8540 e0006c2c ff00441b
    Greys 00ffffff 27ebebeb 49d1d1d1 64b8b8b8 8c888888 c34d4d4d e51e1e1e ff000000
    OrRd 00fff7ec 27fee4bf 43fdd19b 62fdb881 81fb8b58 a1ee6246 c4d2291a e0b20000 ff7f0000
    Oranges 00fff5eb 23fee4ca 42fdce9e 65fda863 83fc8937 a1f06712 c0d84801 e3a13403 ff7f2704
    PRGn 0040004b 1a772b84 349b72ac 4ec4a8d0 67e8d5e9 7ff7f6f7 99d9f0d3 b3a5da9f cd58ac5f e61a7736 ff00441b
    Paired = a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928
    Pastel1 = fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2
    Pastel2 = b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc
    PiYG 008e0152 19c41a7c 33de77ae 4df1b7da 68fde2f0 80f7f7f6 99e6f5d0 b4b5df82 cc7fbc41 e64c9121 ff276419
    PuBu 00fff7fb 23e9e5f1 43cccfe5 669cb9d9 826fa7ce a3308cbe c0056faf e104588a ff023858
    PuBuGn 00fff7fb 23e9e0ef 43cccfe5 61a3bcda 8263a7ce a03590bf bf02818a e2016956 ff014636
    PuOr 007f3b08 1cb75c07 33e08214 4dfdb965 67fee1b9 7ff7f7f6 9ad7d8ea b5ada6ce cd7e70ab e6532687 ff2d004b
    PuRd 00f7f4f9 21e6e0ee 47d1b1d6 60c993c7 81df62ae 9fe72a8a bfce1256 e1950041 ff67001f
    Purples 00fcfbfd 25eceaf3 44d6d6e9 67b5b5d7 8a9490c3 a17f7bb9 d8593093 ff3f007d
    RdBu 0067001f 1ab3192c 34d7634f 4ef5a886 67fddcc9 80f6f7f7 9acfe4ef b48dc2dc cc4393c3 e62065ab ff053061
    RdGy 0067001f 1ab3192c 34d7634f 4ef5a886 67fddcc9 7ffffefe 8defefef a2d3d3d3 b5b5b5b5 d5737373 ea444444 ff1a1a1a
    RdPu 00fff7f3 28fdd9d6 42fcc2bf 62fa9bb4 81f666a1 a1db3196 bfae017e ea690173 ff49006a
    RdYlBu 00a50026 1ad83128 35f57245 4dfdaf62 67fee192 80feffc0 99e0f3f8 b3aad8e9 ce70a9cf e64574b3 ff313695
    RdYlGn 00a50026 1ad83128 35f57245 4efdb163 67fee18d 7ffffebe 82fbfdba 9bd5ed88 b3a5d86a ce60ba62 e6199750 ff006837
    Reds 00fff5f0 22fedecf 55fca082 6cfc8262 85f96245 a0ee3a2c c0ca181d e0a30f15 ff67000d
    Set1 = e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999
    Set2 = 66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3
    Set3 = 8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f
    Spectral 009e0142 1ad63f4f 33f46d43 4efdb163 67fee18d 7ffffebe 87f8fcb4 9ae4f498 b5a4daa4 cd64c0a6 e53389bd \
      ec3d79b6 ff5e4fa2
    Wistia 00e4ff7a 41ffe719 82ffbc00 e1fd8f00 fffc7f00
    YlGn 00ffffe5 21f6fcb8 43d5eea1 65a4d98a 8470c275 a13fa95c c1218242 e0006737 ff004529
    YlGnBu 00ffffd9 20edf8b1 40c6e9b4 6476cabc 813fb4c4 a01d90c0 c52356a4 df253494 ff081d58
    YlOrBr 00ffffe5 23fff5b8 41fee28e 61fec24d 82fd9627 a2e96d13 c1c94b02 e3933204 ff662506
    YlOrRd 00ffffcc 40fed976 61feb04b 80fd8c3c a1fb4b29 c0e2191c e0bb0026 ff800026
    afmhot 00000000 40800000 80ff8001 bffffe7f ffffffff
    autumn 00ff0000 ffffff00
    binary 00ffffff ff000000
    bone 00000000 60545574 c0a9c8c8 ffffffff
    brg 000000ff 7ffe0001 82fa0500 ff00ff00
    bwr 000000ff 7ffefeff 82fffafa ffff0000
    cividis 0000224e 14003070 17013271 1c123570 27263d6e 3c3f4c6c 6162656f 86828079 aba69c74 ccc8b866 e5e4ce53 \
      f6f7de3e fbfde334 fffee838
    cool 0000ffff ffff00ff
    coolwarm 003b4cc0 165572df 2a6f92f3 3f8caffe 53a7c5fe 68c3d5f4 7bd8dce2 83e0dbd8 94efcfbf a7f7bca1 bef59c7d \
      d3e9785d e8d44e41 f5c32e31 f8be242e ffb40426
    copper 00000000 cfffa267 ffffc77f
    cubehelix 00000000 0b100713 16191129 231a2240 3017374d 3c154d4e 47195e47 52266c3c 5d3c7632 695d7a2f 72787b34 \
      7b937a40 85ae7956 90c57a76 9ad17f96 a5d589b8 b1d09ad7 bbcaabe8 c6c3bff2 d2c2d4f3 ddc8e4f0 e9d7f1ef f3e9f8f2 \
      fdfbfefc ffffffff
    gist_earth 00000000 0101002b 02010039 0705006e 08050274 24184179 3825677d 48308080 75459a49 774a9b46 8e7ca753 \
      b2b7b75e c8c0a465 cfc7a676 dfd9b59d e8e3c3b6 f6f3e1e0 fffdfbfb
    gist_gray 00000000 ffffffff
    gist_heat 00000000 80c00100 aaff5500 bfff7f00 ffffffff
    gist_ncar 00000080 0d005f06 1b0000ee 1c000eff 2800b8ff 2a00c6ff 3400f2ff 3700ffeb 4300fa9d 4f00fe1f 510dff0b \
      5213fb00 5e60ce00 5f66d100 6a7cf500 6d84ff0c 79bbff3c 85f1ff0c 88fff800 95ffd801 a1ffba0e afff4701 bcff0a00 \
      beff0023 caff00f8 ccf107ff d7a62dff d89f33fe e5eb80ee fffef8fe
    gist_rainbow 00ff0029 07ff0003 08ff0200 37feff00 6600ff00 9500fffd 9600fcff c40002ff c70e00ff f3fe00ff fcff00d0 \
      ffff00bf
    gist_stern 00000000 0eff0e1c 3f0b3f7e 40404080 7f7f7ffe 818181f9 bbbbbb02 bcbcbc02 ffffffff
    gist_yarg 00ffffff ff000000
    gnuplot 00000000 01100006 031c0013 09300038 13460073 1e5700ac 256101ca 2f6d02ea 377603f9 3f7f04ff 468605fc \
      4e8d07ef 559309dd 5d9a0cc0 68a3118c 74ac1847 7fb42003 80b52000 9cc73a00 b7d85e00 d0e68a00 e6f2bb00 fbfdf300 \
      ffffff00
    gnuplot2 00000000 400100ff 6b8700ff 91fe4cb3 eafffe01 ebffff05 ffffffff
    gray 00000000 ffffffff
    hot 000b0000 5dff0000 befffe00 ffffffff
    hsv 00ff0000 28ffec00 2cf8fd00 2fe8ff00 5508ff00 5900ff10 8100fffc 8200fcff aa0010ff ae0800ff d6f400ff d9fc00f5 \
      dcff00e7 ffff0018
    inferno 00000004 07030210 16120a32 23260c51 2d380962 3a4d0d6c 51721a6e 69982766 80bc3754 97da4e3c acef6c23 \
      c1fa9008 c7fb9b06 cefca80d d9fbbe23 e5f6d543 eef2e661 f6f2f482 fefafda1 fffcffa4
    jet 00000080 1c0000ff 200000ff 5700dcfe 5a02e8f4 6016ffe1 a3eeff09 a6f8f500 a9ffea00 e3ff1300 e8e80000 ff800000
    magma 00000004 0703030f 140e0b2b 25241253 3036106b 3a471078 4b621980 68902a81 83bc3978 97db476a a8ef5d5e b6f8765c \
      c4fc9065 d8feb67c f4fde9aa fffcfdbf
    nipy_spectral 00000000 0c700080 0d770088 19870098 1a83009a 260300aa 270000ad 330000dd 400078dd 4c0098dd 50009ecf \
      5a00aaa8 6600aa88 72009a08 73009a00 9900ff00 a5b0ff00 a6bcff00 b3efed00 c0ffc900 ccff9900 d8ff0900 d9fe0000 \
      e6dc0000 f2cc0000 f3cc0c0c ffcccccc
    ocean 00008000 55000055 aa0080aa ffffffff
    pink 001e0000 04321a1a 0b482b2b 18664040 308d5a5a 50b47575 5ec27f7e 76cca08e 93d8c09e bce8e7b3 c6ebebbe e6f7f7e5 \
      ffffffff
    plasma 000d0887 08220690 1f4b03a1 346c00a8 448405a7 58a01a9c 7ac6417d a1e76e5b c1f9973f ddfec029 edfada24 fbf2f227 \
      fef0f724 fff0f921
    rainbow 008000ff 1e445cfb 331996f3 4000b5eb 5020d5e1 6142edd3 6f5efac6 7e7dffb6 8c99fca6 9bb6f193 acd9da7d \
      bdfbb965 c1ffb05f d4ff8143 f3ff2613 ffff0000
    seismic 0000004c 400101ff 7ffdfdff 80fffdfd bfff0101 ff800000
    spring 00ff00ff ffffff00
    summer 00008066 ffffff66
    tab10 = 1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf
    tab20 = 1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f \
      c7c7c7 bcbd22 dbdb8d 17becf 9edae5
    tab20b = 393b79 5254a3 6b6ecf 9c9ede 637939 8ca252 b5cf6b cedb9c 8c6d31 bd9e39 e7ba52 e7cb94 843c39 ad494a d6616b \
      e7969c 7b4173 a55194 ce6dbd de9ed6
    tab20c = 3182bd 6baed6 9ecae1 c6dbef e6550d fd8d3c fdae6b fdd0a2 31a354 74c476 a1d99b c7e9c0 756bb1 9e9ac8 bcbddc \
      dadaeb 636363 969696 bdbdbd d9d9d9
    terrain 00333399 260098fe 29009eef 3f00cb6b 4001cc66 7ffdff99 80fefe98 bf805c54 ffffffff
    turbo 0030123b 08392a73 104040a2 184456c7 1f4669e0 26477bf2 2c458afc 324099ff 3a33adf7 4225c0e7 4a1ad2d2 5218e0bd \
      5920eaac 6238f491 7171fe5f 7b96fe44 84affa37 8dc6f034 9be5d938 a6f6c33a b0fdac34 bcfd8a26 caf26014 d5e4450a \
      e4c82803 f3a11201 ff7a0403
    twilight 00e2d9e2 0fd7d7dd 1fc4ced4 3d97b7c7 57799fc2 6e6888be 88606cb8 a55e49a9 b95b3196 c9552081 da491564 \
      ee391146 fd301338 ff2f1436
    twilight_shifted 00301437 0c361142 1c421257 2f511b77 405a2b90 4f5d3da1 6a5f5eb3 87647ebc 9f7297c1 b78aaec5 \
      d4b3c6ce e9d1d5da fae0d9e2 ffe2d9e2
    viridis 00440154 14481d6f 2346307e 3a3e4c8a 5e2d718e 841f948c 931fa287 a22ab07f b344bf70 c66ccd5a dfaadc32 \
      edd0e11c f4e2e418 fdf8e621 fffde725
    winter 000000ff ff00ff80
    """
}
