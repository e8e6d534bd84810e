#include "text/unicode.h"

namespace pullquote::text {

namespace {

// The base letter of U+00C0 to U+017F; '*' where a letter has none or takes two.
constexpr std::string_view kBase =
    "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKk*LlLlLlLlLlNnNnNn***OoOoOo**"
    "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz*";
static_assert(kBase.size() == 0x180 - 0xC0);

// The same for U+1E00 to U+1EFF.
constexpr std::string_view kMoreBase =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
    "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
    "WwWwWwWwWwXxXxYyZzZzZzhtwy******AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
    "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy******";
static_assert(kMoreBase.size() == 0x100);

}  // namespace

std::string without_accents(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, length] = decode(name, at);
    const char base = c >= 0xC0 && c < 0x180      ? kBase[c - 0xC0]
                      : c >= 0x1E00 && c < 0x1F00 ? kMoreBase[c - 0x1E00]
                                                  : '*';
    if (base != '*') {
      plain += base;
    } else {
      plain += name.substr(at, length);
    }
    at += length;
  }
  return plain;
}

}  // namespace pullquote::text
