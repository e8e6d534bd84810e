#include "lines.h"

#include <algorithm>

#include "characters.h"

// A single line break is either the end of a paragraph or a hard wrap, where a writer's or mailer's line was full. It
// is a wrap in a group of lines (no blank one between them) that are narrow and of which many go on in lower case; and
// even there only where the next word would not have fitted on the line.

namespace pullquote::tokens {
namespace {

constexpr std::size_t kWidestWrap = 120;

struct Line {
  TokenRange tokens;
  std::size_t begin = 0;  // bytes, without the white space around
  std::size_t end = 0;
  bool blank_before = true;
  [[nodiscard]] std::size_t width() const { return end - begin; }
};

std::vector<Line> split_lines(std::string_view view, const std::vector<Token>& tokens) {
  std::vector<Line> lines;
  std::size_t scanned = 0;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    std::size_t breaks = lines.empty() ? 2 : 0;
    if (token.space_before) {
      const std::string_view gap = view.substr(scanned, token.begin - scanned);
      breaks += static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
    }
    if (breaks > 0) lines.push_back({{at, at}, token.begin, token.begin, breaks > 1});
    lines.back().tokens.last = at + 1;
    lines.back().end = token.end;
    scanned = token.end;
  }
  return lines;
}

bool ends_sentence(std::string_view view, const Line& line) {
  const char last = view[line.end - 1];
  return last == '.' || last == '!' || last == '?' || last == ':' || last == '"' || last == '\'' || last == ')' ||
         view.substr(0, line.end).ends_with("\u201D") || view.substr(0, line.end).ends_with("\u2019");
}

bool continues(std::string_view view, const Line& line, const Line& next) {
  return !ends_sentence(view, line) && char_at(view, next.begin).kind == CharClass::kLower;
}

}  // namespace

std::vector<Block> split_blocks(std::string_view view, const std::vector<Token>& tokens) {
  const std::vector<Line> lines = split_lines(view, tokens);
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    std::size_t widest = lines[first].width();
    std::size_t continued = 0;
    for (; last < lines.size() && !lines[last].blank_before; ++last) {
      widest = std::max(widest, lines[last].width());
      if (continues(view, lines[last - 1], lines[last])) ++continued;
    }
    const bool wrapped = widest <= kWidestWrap && continued > 0 && continued * 3 >= last - first - 1;
    for (std::size_t at = first; at < last; ++at) {
      bool joins = false;
      if (wrapped && at > first) {
        const Line& before = lines[at - 1];
        const Token& word = tokens[lines[at].tokens.first];
        const bool had_room = before.width() + 1 + (word.end - word.begin) < widest;
        joins = continues(view, before, lines[at]) || !had_room;
      }
      if (joins) {
        blocks.back().tokens.last = lines[at].tokens.last;
      } else {
        blocks.push_back({lines[at].tokens, lines[at].blank_before});
      }
    }
    first = last;
  }
  return blocks;
}

}  // namespace pullquote::tokens
