// Lists of names and patterns, and a text to find them in. The input is lines: a name each, or a pattern behind '=';
// after an empty line, the text. An input that starts with '#' is read as words of a small alphabet instead, and the
// answer is compared with the slow way's.

#include <string>
#include <vector>

#include "fuzz.h"
#include "gazetteer/find.h"
#include "reference/gazetteer_reference.h"

namespace {

using namespace pullquote;
using fuzz::require;

std::vector<gazetteer::Match> sound_matches(const Gazetteer& known, const tokens::TokenizedText& text) {
  auto matches = gazetteer::find(known, text);
  std::uint32_t end = 0;
  for (const auto& match : matches) {
    require(end <= match.tokens.first && match.tokens.first < match.tokens.last, "matches are in order");
    require(match.tokens.last <= text.tokens.size() && match.entry < known.entries(), "matches are in bounds");
    end = match.tokens.last;
  }
  return matches;
}

void free_form(std::string_view input) {
  GazetteerBuilder builder;
  std::uint32_t number = 0;
  while (!input.empty()) {
    const auto line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(input.size(), line.size() + 1));
    if (line.empty()) break;
    const auto entry = builder.add_entry({static_cast<Label>(number % kLabelNames.size()), "", std::to_string(number)});
    ++number;
    try {
      if (line.front() == '=') {
        builder.add_pattern(entry, line.substr(1));
      } else {
        builder.add_name(entry, line);
      }
    } catch (const Error& error) {
      require(error.code() == ErrorCode::kInvalidName || error.code() == ErrorCode::kInvalidPattern, "the right error");
      require(!error.problem().empty(), "an error says what is wrong");
    }
  }
  const auto known = std::move(builder).build();
  const text::Text text(input);
  const auto tokens = tokens::analyse(text);
  const auto matches = sound_matches(known, tokens);
  const auto again = Gazetteer::from_bytes(known.to_bytes());
  require(again.to_bytes() == known.to_bytes(), "bytes bring it back");
  require(sound_matches(again, tokens).size() == matches.size(), "what was brought back finds as much");
}

// Each byte is a word; 0 to 15 of the first one say where the next name or the text begins.
void against_the_slow_way(std::string_view input) {
  static const std::vector<std::string> kAlphabet = {"ab", "Ab", "é", "É", "x7", "of"};
  std::vector<std::string> names;
  std::vector<std::string> text;
  for (const char c : input.substr(0, 60)) {
    const auto byte = static_cast<unsigned char>(c);
    const auto& word = kAlphabet[byte % kAlphabet.size()];
    if (names.size() < 6) {
      if (names.empty() || byte >= 0x80) {
        names.push_back(word);
      } else {
        names.back() += ' ' + word;
      }
    } else {
      text.push_back(word);
    }
  }
  GazetteerBuilder builder;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto entry = builder.add_entry({Label::kOrg, "", std::to_string(i)});
    try {
      builder.add_name(entry, names[i]);
    } catch (const Error&) {
      return;  // too many words
    }
  }
  std::string joined;
  for (const auto& word : text) joined += (joined.empty() ? "" : " ") + word;
  const text::Text view(joined);
  const auto tokens = tokens::analyse(view);
  // Words of text are not words of the alphabet where a line became a section of its own, or a mark was read.
  if (tokens.tokens.size() != text.size() || tokens.sections.size() > 1) return;
  std::string found;
  const auto known = std::move(builder).build();
  for (const auto& match : sound_matches(known, tokens)) {
    const auto& first = tokens.tokens[match.tokens.first];
    const auto& last = tokens.tokens[match.tokens.last - 1];
    found += (found.empty() ? "" : " ") + std::string(view.view({first.begin, last.end})) + '/' + std::string(match.id);
  }
  require(found == reference::found_naively(names, text), "what the slow way finds");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = fuzz::text_of(data, size);
  if (input.starts_with('#')) {
    against_the_slow_way(input.substr(1));
  } else {
    free_form(input);
  }
  return 0;
}
