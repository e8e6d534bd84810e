#include "annotated_articles.h"

#include <algorithm>

namespace pullquote::train {

AnalysedArticle::AnalysedArticle(std::string_view utf8, const features::Lexicon& lexicon)
    : text(utf8), tokens(tokens::analyse(text)), words(tokens, lexicon), article(tokens, words, true) {}

std::vector<std::uint8_t> align(const tokens::TokenizedText& tokens, const std::vector<Marked>& mentions) {
  std::vector<std::uint8_t> tags(tokens.tokens.size(), entities::kOutside);
  std::vector<Span> spans;
  spans.reserve(tags.size());
  for (std::uint32_t i = 0; i < tags.size(); ++i) spans.push_back(tokens.span({i, i + 1}));
  std::uint32_t sentence = 0;
  for (const auto& mention : mentions) {
    auto first = static_cast<std::uint32_t>(
        std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.end <= mention.span.start; }) -
        spans.begin());
    auto last = first;
    while (last < spans.size() && spans[last].start < mention.span.end) ++last;
    while (first < last && tags[first] != entities::kOutside) ++first;
    if (first == last) continue;
    // A mention does not go on in the next sentence.
    for (sentence = 0; sentence + 1 < tokens.sentences.size() && tokens.sentences[sentence].tokens.last <= first;) {
      ++sentence;
    }
    last = std::min(last, tokens.sentences[sentence].tokens.last);
    tags[first] = entities::begin_tag(mention.label);
    for (auto i = first + 1; i < last; ++i) tags[i] = entities::inside_tag(mention.label);
  }
  return tags;
}

}  // namespace pullquote::train
