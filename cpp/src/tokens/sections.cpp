#include "sections.h"

#include "lines.h"

namespace pullquote::tokens {

std::vector<Section> find_sections(std::string_view view, const std::vector<Token>& tokens) {
  std::vector<Section> sections;
  for (const Block& block : split_blocks(view, tokens)) sections.push_back({SectionKind::kParagraph, block.tokens, {}});
  return sections;
}

}  // namespace pullquote::tokens
