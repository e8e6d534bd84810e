#include "annotated_articles.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "json_lines.h"

namespace pullquote::train {

namespace {

Label read_label(const std::string& name) {
  static const std::vector<std::pair<std::string_view, Label>> kNames = {
      {"Person", Label::kPerson},   {"Organization", Label::kOrg}, {"Location", Label::kLoc},
      {"Facility", Label::kFac},    {"Date", Label::kDate},        {"Money", Label::kMoney},
      {"Product", Label::kProduct}, {"Misc", Label::kMisc},
  };
  for (std::size_t i = 0; i < kLabelNames.size(); ++i) {
    if (name == kLabelNames[i]) return static_cast<Label>(i);
  }
  for (const auto& [given, label] : kNames) {
    if (name == given) return label;
  }
  throw std::runtime_error("no such label: " + name);
}

}  // namespace

std::vector<AnnotatedArticle> read_annotated(const std::filesystem::path& file) {
  std::vector<AnnotatedArticle> articles;
  each_json_line(file, [&](const nlohmann::json& json, std::size_t number) {
    auto& article = articles.emplace_back();
    article.id = json.value("id", std::to_string(number));
    article.region = json.value("region", std::string());
    article.text = json.at("text").get<std::string>();
    for (const auto& entity : json.at("entities")) {
      article.mentions.push_back({{entity.at(0).get<std::uint32_t>(), entity.at(1).get<std::uint32_t>()},
                                  read_label(entity.at(2).get<std::string>())});
    }
  });
  return articles;
}

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
