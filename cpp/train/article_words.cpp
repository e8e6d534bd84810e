#include "article_words.h"

#include "text/unicode.h"

namespace pullquote::train {

namespace {

// The base letter of U+00C0 to U+017F; '*' where a letter has none or takes two.
constexpr std::string_view kBase =
    "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKk*LlLlLlLlLlNnNnNn***OoOoOo**"
    "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz*";
static_assert(kBase.size() == 0x180 - 0xC0);

}  // namespace

void analyse(std::string_view text, const std::function<void(const tokens::TokenizedText&)>& take) {
  const text::Text normalised(text);
  take(tokens::analyse(normalised));
}

std::string spaced(std::string_view name) {
  std::string words;
  analyse(name, [&](const tokens::TokenizedText& text) {
    for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
      if (token != 0) words += ' ';
      words += text.word(token);
    }
  });
  return words;
}

std::string without_accents(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, length] = text::decode(name, at);
    if (c >= 0xC0 && c < 0x180 && kBase[c - 0xC0] != '*') {
      plain += kBase[c - 0xC0];
    } else {
      plain += name.substr(at, length);
    }
    at += length;
  }
  return plain;
}

bool starts_upper(std::string_view word) { return !word.empty() && text::is_upper(text::decode(word, 0).code_point); }

}  // namespace pullquote::train
