#include "attribution_score.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace pullquote::train {

namespace {

using Bag = std::vector<std::uint32_t>;

// Of what a related answer is worth, the parts that it earns with content and with a source which begin and end where
// a person would say.
constexpr double kForContent = 0.6, kForSource = 0.2;

Bag words_of(const AttributedArticle& article, const std::vector<std::uint32_t>& tokens) {
  Bag bag;
  for (const auto token : tokens) {
    switch (article.tokens->tokens[token].kind) {
      case tokens::TokenKind::kWord:
      case tokens::TokenKind::kNumber:
      case tokens::TokenKind::kUrl:
      case tokens::TokenKind::kHandle:
      case tokens::TokenKind::kHashtag:
        bag.push_back(token);
        break;
      default:
        break;
    }
  }
  return bag;
}

std::size_t shared(const Bag& a, const Bag& b) {
  Bag both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

bool touches(const Bag& a, const Bag& b) { return (a.empty() && b.empty()) || shared(a, b) > 0; }

double likeness(const Bag& a, const Bag& b) {
  const auto both = shared(a, b), either = a.size() + b.size() - both;
  return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

bool alike(const Bag& a, const Bag& b) { return !a.empty() && likeness(a, b) >= 0.5; }

struct Parts {
  Bag source, cue, content;
};

template <class Attribution>
std::vector<Parts> parts_of(const AttributedArticle& article, const std::vector<Attribution>& attributions) {
  std::vector<Parts> parts;
  for (const auto& a : attributions) {
    Parts p{words_of(article, a.source), words_of(article, a.cue), words_of(article, a.content)};
    if (!p.content.empty()) parts.push_back(std::move(p));
  }
  return parts;
}

}  // namespace

double AttributionScore::content_f1() const {
  const auto p = predicted ? content_precise / predicted : 0, r = gold ? content_recalled / gold : 0;
  return p + r > 0 ? 200 * p * r / (p + r) : 0;
}

void AttributionScore::add(const AttributionScore& other) {
  gold += other.gold;
  predicted += other.predicted;
  related += other.related;
  content_precise += other.content_precise;
  content_recalled += other.content_recalled;
  for (std::size_t k = 0; k < 3; ++k) {
    kinds[k] += other.kinds[k];
    found[k] += other.found[k];
    attributed[k] += other.attributed[k];
  }
}

double worth_of(const AttributedArticle& article, const quotes::Candidate& answer, const GoldAttribution& gold) {
  const auto said = words_of(article, answer.content), marked = words_of(article, gold.content);
  if (!alike(said, marked)) return 0;
  const auto speaker = words_of(article, answer.source), marked_speaker = words_of(article, gold.source);
  if (!touches(speaker, marked_speaker)) return 0;
  if (!touches(words_of(article, answer.cue), words_of(article, gold.cue))) return 0;
  return 1 - kForContent * (1 - likeness(said, marked)) - kForSource * (1 - likeness(speaker, marked_speaker));
}

AttributionScore score(const AttributedArticle& article, const std::vector<quotes::Candidate>& answers) {
  const auto golds = parts_of(article, article.gold);
  const auto found = parts_of(article, answers);
  AttributionScore out;
  out.gold = static_cast<std::uint32_t>(golds.size());
  out.predicted = static_cast<std::uint32_t>(found.size());
  std::map<std::uint32_t, std::vector<std::uint32_t>> owners;
  for (std::uint32_t g = 0; g < golds.size(); ++g) {
    for (const auto word : golds[g].content) owners[word].push_back(g);
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> pairs;
  for (std::uint32_t a = 0; a < found.size(); ++a) {
    for (const auto word : found[a].content) {
      for (const auto g : owners[word]) ++pairs[{a, g}];
    }
  }
  std::vector<std::tuple<std::int64_t, std::uint32_t, std::uint32_t>> order;
  for (const auto& [pair, count] : pairs) order.emplace_back(-count, pair.first, pair.second);
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> mate(golds.size(), quotes::kNone);
  std::vector<bool> used(found.size());
  for (const auto& [count, a, g] : order) {
    if (used[a] || mate[g] != quotes::kNone) continue;
    used[a] = true;
    mate[g] = a;
  }
  for (std::uint32_t g = 0; g < golds.size(); ++g) {
    const auto& gold = golds[g];
    const auto quoted = static_cast<std::size_t>(std::count_if(
        gold.content.begin(), gold.content.end(), [&](auto token) { return (*article.reading)[token].mark == 1; }));
    const std::size_t kind = 10 * quoted >= 9 * gold.content.size() ? 0 : quoted > 0 ? 1 : 2;
    ++out.kinds[kind];
    if (mate[g] == quotes::kNone) continue;
    const auto& answer = found[mate[g]];
    const auto both = static_cast<double>(shared(answer.content, gold.content));
    out.content_precise += both / static_cast<double>(answer.content.size());
    out.content_recalled += both / static_cast<double>(gold.content.size());
    if (!alike(answer.content, gold.content)) continue;
    ++out.found[kind];
    if (touches(answer.source, gold.source)) {
      ++out.attributed[kind];
      if (touches(answer.cue, gold.cue)) ++out.related;
    }
  }
  return out;
}

void count_errors(const AttributedArticle& article, const std::vector<quotes::Candidate>& answers,
                  AttributionErrors& errors) {
  const auto golds = parts_of(article, article.gold);
  const auto found = parts_of(article, answers);
  for (const auto& a : found) {
    bool any = false, content = false, source = false, right = false;
    for (const auto& g : golds) {
      any = any || shared(a.content, g.content) > 0;
      if (!alike(a.content, g.content)) continue;
      content = true;
      if (!touches(a.source, g.source)) continue;
      source = true;
      right = right || touches(a.cue, g.cue);
    }
    if (right) continue;
    ++(!any ? errors.unmarked : !content ? errors.other_content : !source ? errors.other_source : errors.other_cue);
  }
  for (const auto& g : golds) {
    bool any = false, right = false;
    for (const auto& a : found) {
      any = any || shared(a.content, g.content) > 0;
      right = right || (alike(a.content, g.content) && touches(a.source, g.source) && touches(a.cue, g.cue));
    }
    if (!right) ++(any ? errors.misread : errors.unseen);
  }
}

}  // namespace pullquote::train
