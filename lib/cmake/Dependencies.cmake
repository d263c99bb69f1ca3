# What the library is built on; each has one job (lib/README.md).
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Boost REQUIRED COMPONENTS locale)
find_package(utf8proc REQUIRED)
find_package(marisa REQUIRED)
find_package(stemmer REQUIRED)
find_package(csv REQUIRED)
find_path(xxhash_INCLUDE_DIR NAMES xxhash.h REQUIRED)  # Debian package: libxxhash-dev; its header is all
find_package(gumbo REQUIRED)
find_package(md4c CONFIG REQUIRED)
find_package(fmt CONFIG REQUIRED)
find_package(nlohmann_json CONFIG REQUIRED)
find_package(pugixml CONFIG REQUIRED)
find_package(EXPAT REQUIRED)
